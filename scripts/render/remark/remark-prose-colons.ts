// Render: a colon in prose stays prose; only `:name[` and `:name{` begin a directive.

import type {} from 'remark-parse'
import type {Data, Processor} from 'unified'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, readonly unknown[]>
type Tokenize = Construct['tokenize']
type State = ReturnType<Tokenize>

const colon = 58
const leftSquareBracket = 91
const leftCurlyBrace = 123

/**
 * Makes the text construct of remark-directive look ahead, so that `10:30`, `a:b` and `std::io` are never taken for directives. Goes after
 * remark-directive. Text directives without label and attributes are given up: prose has them by accident only.
 */
export function remarkProseColons(this: Processor): void {
  for (const extension of this.data().micromarkExtensions ?? []) {
    const construct = extension.text?.[colon]
    if (construct && !Array.isArray(construct) && isDirective(extension)) extension.text = {...extension.text, [colon]: guard(construct)}
  }
}

/** Of the extensions in use, only remark-directive's has a construct for a colon in flow, too. */
function isDirective(extension: Extension): boolean {
  return extension.flow?.[colon] !== undefined
}

function guard(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = construct.tokenize.call(this, effects, ok, nok)
      return effects.check({tokenize: lookAhead, partial: true}, start, nok)
    }
  }
}

const lookAhead: Tokenize = (effects, ok, nok) => {
  const name: State = code => {
    if (code === leftSquareBracket || code === leftCurlyBrace) {
      effects.exit('data')
      return ok(code)
    }
    if (code === null || !isNameCode(code)) return nok(code)
    effects.consume(code)
    return name
  }
  return code => {
    effects.enter('data')
    effects.consume(code)
    return next => (next === leftSquareBracket || next === leftCurlyBrace ? nok(next) : name(next))
  }
}

/** Letters of any script count, so that a directive with a name that does not exist is noticed. */
function isNameCode(code: number): boolean {
  return code > 0 && /[\p{L}\p{N}_-]/u.test(String.fromCharCode(code))
}
