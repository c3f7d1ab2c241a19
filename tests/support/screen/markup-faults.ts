// Test support: where an HTML product is not valid HTML.

import {HtmlValidate} from 'html-validate'
import type {ScreenPage} from './screen-page.ts'

const validator = new HtmlValidate({root: true, extends: ['html-validate:standard', 'html-validate:a11y']})

/** Breaches of the HTML standard and of the rules that html-validate draws from WCAG. */
export async function markupFaults({html}: ScreenPage): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) => messages.map(({line, ruleId, message, selector}) => `line ${line}: ${ruleId}, ${message} (${selector ?? ''})`))
}
