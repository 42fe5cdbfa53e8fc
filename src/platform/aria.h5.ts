/** What a screen reader says of an element. */
export function aria(label: string, role?: string): Record<string, string> {
  if (role === undefined) return { 'aria-label': label }
  return { 'aria-label': label, role, ...(role === 'heading' && { 'aria-level': '1' }) }
}

/** The same of what is ticked or not, a checkbox unless it says 'radio'. */
export const ariaTicked = (label: string, on: boolean, role = 'checkbox') => ({
  ...aria(label, role),
  'aria-checked': String(on),
})

/** What a picture shows; without a label nothing that is not written beside it. */
export const pictureOf = (label = ''): object => ({ nativeProps: { alt: label } })

/** What a switch switches: its own box is what is heard here. */
export const switchOf = (label: string): object => ({ nativeProps: { 'aria-label': label } })
