// Serves review: what the review page does. It keeps comments in this browser, and saves them as a file. It never sends anything.
(() => {
  'use strict'
  const round = JSON.parse(document.getElementById('round').textContent)
  const words = JSON.parse(document.getElementById('words').textContent)
  const place = ['space-hacks-comments', round.book, round.round, round.hash, round.reviewer || ''].join(':')
  const texts = new Map(round.blocks.map(block => [block.id, block.text]))
  const live = document.getElementById('live')
  let canKeep = true
  let comments = load()
  let selected

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(place) || '[]')
      return Array.isArray(kept) ? kept : []
    } catch {
      canKeep = false
      return []
    }
  }

  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify(comments))
    } catch {
      canKeep = false
    }
    if (!canKeep) document.getElementById('not-kept').hidden = false
  }

  function make(tag, properties = {}, ...children) {
    const {data = {}, aria = {}, ...own} = properties
    const element = Object.assign(document.createElement(tag), own)
    Object.assign(element.dataset, data)
    for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value)
    element.append(...children)
    return element
  }

  const count = number => (number === 1 ? words.oneComment : words.comments.replace('#', number))

  /** A button with the name of each block: inside what stands in a list, a table or a line, before everything else. */
  function nameBlocks() {
    for (const element of document.querySelectorAll('[data-block]')) {
      const {block} = element.dataset
      const button = make('button', {type: 'button', className: 'name', data: {opens: block}})
      if (element.matches('tr')) element.cells[0].prepend(button)
      else if (element.matches('li, span')) element.matches('li') ? element.prepend(button) : element.before(button)
      else element.before(make('div', {className: element.matches('.section-title') ? 'name-line name-title' : 'name-line'}, button))
      element.classList.add('named')
      element.id ||= block
    }
  }

  function about(key) {
    return comments.filter(comment => (comment.question === undefined ? comment.block : comment.question) === key)
  }

  function show() {
    for (const button of document.querySelectorAll('[data-opens]')) {
      const {opens} = button.dataset
      const said = about(opens).length
      button.textContent = said > 0 ? `${opens} ✎ ${said}` : opens
      button.classList.toggle('name-has', said > 0)
      button.setAttribute('aria-label', said > 0 ? `${words.commentOn} ${opens}, ${count(said)}` : `${words.commentOn} ${opens}`)
    }
    for (const old of document.querySelectorAll('.said')) old.remove()
    const groups = new Set(comments.filter(({question}) => question === undefined).map(({block}) => block))
    for (const block of groups) {
      const element = document.querySelector(`[data-block="${CSS.escape(block)}"]`)
      const list = make('div', {className: 'said'}, make('ul', {}, ...about(block).map(entry)))
      if (!element) continue
      if (element.matches('tr')) element.cells[0].append(list)
      else if (element.matches('li')) element.append(list)
      else (element.closest('p') || element).after(list)
    }
    for (const field of document.querySelectorAll('[data-question]')) {
      const [answer] = about(field.dataset.question)
      if (document.activeElement !== field) field.value = answer ? answer.comment : ''
    }
    document.getElementById('count').textContent = count(comments.length)
  }

  function entry(comment) {
    const parts = []
    if (comment.quote) parts.push(make('p', {}, `“${comment.quote}”`))
    if (comment.comment) parts.push(make('p', {}, comment.comment))
    if (comment.suggestion) parts.push(make('p', {}, `${words.better}: ${comment.suggestion}`))
    const change = make('button', {type: 'button', className: 'tool', onclick: () => write(comment.block, comment)}, words.change)
    change.setAttribute('aria-label', `${words.change}: ${comment.block}`)
    return make('li', {}, ...parts, change)
  }

  const dialog = document.getElementById('write')
  const form = dialog.querySelector('form')
  let open

  /** Opens the window for a new comment on a block, or for one that is there. */
  function write(block, comment) {
    const marked = comment ? comment.quote && comment : freshSelection(block)
    open = {block, comment, marked}
    document.getElementById('write-title').textContent = `${words.commentOn} ${block}`
    dialog.querySelector('blockquote').textContent = marked ? marked.quote : texts.get(block) || ''
    form.elements.comment.value = comment ? comment.comment || '' : ''
    form.elements.suggestion.value = comment ? comment.suggestion || '' : ''
    const choice = document.getElementById('only-marked')
    choice.hidden = !marked
    form.elements.marked.checked = Boolean(marked)
    document.getElementById('delete').hidden = !comment
    dialog.showModal()
    form.elements.comment.focus()
  }

  /** Words that were marked in the block a moment ago; touching a button takes the mark away on phones. */
  function freshSelection(block) {
    return selected && selected.block === block && Date.now() - selected.at < 20000 ? selected : undefined
  }

  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const quote = String(selection).replace(/\s+/g, ' ').trim()
    if (quote.length < 2 || selection.rangeCount === 0) return
    const {commonAncestorContainer: node} = selection.getRangeAt(0)
    const element = (node.nodeType === 1 ? node : node.parentElement).closest('[data-block]')
    if (!element || element.closest('.said, dialog')) return
    const text = texts.get(element.dataset.block) || ''
    const start = text.indexOf(quote)
    const around = start < 0 ? {} : {before: text.slice(Math.max(0, start - 32), start), after: text.slice(start + quote.length, start + quote.length + 32)}
    selected = {block: element.dataset.block, quote, at: Date.now(), ...around}
  })

  function newId() {
    const random = crypto.getRandomValues(new Uint32Array(2))
    return `c${Date.now().toString(36)}-${random[0].toString(36)}${random[1].toString(36)}`
  }

  function withoutNothing(comment) {
    return Object.fromEntries(Object.entries(comment).filter(([, value]) => value !== undefined && value !== ''))
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    const comment = form.elements.comment.value.trim()
    const suggestion = form.elements.suggestion.value.trim()
    if (comment === '' && suggestion === '') {
      document.getElementById('empty').hidden = false
      form.elements.comment.focus()
      return
    }
    const marked = form.elements.marked.checked ? open.marked : undefined
    const {quote, before, after} = marked || {}
    const written = withoutNothing({id: open.comment ? open.comment.id : newId(), block: open.block, quote, before, after, kind: suggestion === '' ? undefined : 'replace', comment, suggestion})
    comments = open.comment ? comments.map(each => (each.id === written.id ? written : each)) : [...comments, written]
    finish(words.saved)
  })

  document.getElementById('delete').addEventListener('click', () => {
    comments = comments.filter(({id}) => id !== open.comment.id)
    finish(words.deleted)
  })

  document.getElementById('cancel').addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    document.getElementById('empty').hidden = true
    selected = undefined
  })

  function finish(said) {
    const {block} = open
    keep()
    dialog.close()
    show()
    live.textContent = `${said} ${block}`
    document.querySelector(`[data-opens="${CSS.escape(block)}"]`).focus()
  }

  document.addEventListener('input', event => {
    const {question, about: block} = event.target.dataset
    if (question === undefined) return
    const known = about(question)[0]
    const answer = event.target.value.trim()
    comments = comments.filter(comment => comment !== known)
    if (answer !== '') comments.push({id: known ? known.id : newId(), block, question, comment: answer})
    keep()
    document.getElementById('count').textContent = count(comments.length)
  })

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-opens]')
    if (button) {
      write(button.dataset.opens)
      return
    }
    const block = event.target.closest('[data-block]')
    if (!block || event.target.closest('a, button, input, summary, textarea, .said, dialog') || String(document.getSelection()).trim() !== '') return
    write(block.dataset.block)
  })

  /** What collect reads. An answer says its question, because it is about a whole section. */
  function exported() {
    const {book, round: number, hash, reviewer} = round
    const written = comments.map(({question, ...comment}) => (question === undefined ? comment : {...comment, kind: 'comment', comment: `${question.split('\n')[1]} ${comment.comment}`}))
    return JSON.stringify(withoutNothing({format: 'space-hacks-comments', version: 1, book, round: number, hash, reviewer, comments: written}), null, 1)
  }

  const fileName = `${round.book}-round-${round.round}-comments${round.reviewer ? `-${round.reviewer}` : ''}`

  function save() {
    const url = URL.createObjectURL(new Blob([exported()], {type: 'application/json'}))
    const link = make('a', {href: url, download: `${fileName}.json`})
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(url), 60000)
    live.textContent = words.fileSaved
    document.getElementById('how-to-send').hidden = false
  }

  /** Some browsers share no JSON, but all that share files share text. */
  function shareable() {
    const files = [['json', 'application/json'], ['txt', 'text/plain']].map(([ending, type]) => new File([exported()], `${fileName}.${ending}`, {type}))
    return files.find(file => navigator.canShare && navigator.canShare({files: [file]}))
  }

  document.getElementById('save').addEventListener('click', save)
  const share = document.getElementById('share')
  share.hidden = shareable() === undefined
  share.addEventListener('click', () => {
    navigator.share({files: [shareable()]}).catch(() => undefined)
  })

  nameBlocks()
  show()
  if (!canKeep) document.getElementById('not-kept').hidden = false
})()
