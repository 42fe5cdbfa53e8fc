// Plain DOM: everything shown goes through text nodes.
export const byId = (id) => document.getElementById(id)

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') made.addEventListener('click', value)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

export const note = (text) => element('p', { class: 'soft' }, text)

export const button = (label, onclick, attributes = {}) =>
  element('button', { type: 'button', ...attributes, onclick }, label)

/** Asks back in its own place before it does what cannot be taken back. */
export function riskyButton(label, question, work) {
  let isAsked = false
  const made = button(label, () => {
    if (isAsked) void work()
    isAsked = !isAsked
    made.textContent = isAsked ? question : label
    made.classList.toggle('main', isAsked)
    if (isAsked)
      setTimeout(() => {
        isAsked = false
        made.textContent = label
        made.classList.remove('main')
      }, 5000)
  })
  return made
}

export const option = (value, label, isChosen = false) =>
  element('option', { value: String(value), selected: isChosen }, label)

export function formOf(submit, ...children) {
  const form = element('form', { class: 'row' }, ...children)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(form)
  })
  return form
}

export async function ask(path, body) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`/console/api/${path}`, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

/** Runs what a tap asked for and says why when it failed. */
export async function attempt(what, work) {
  byId('problem').textContent = ''
  try {
    return await work()
  } catch (error) {
    byId('problem').textContent = `${what}没有成功：${error.message}`
    return undefined
  }
}

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
