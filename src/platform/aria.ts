/** What a screen reader says of an element. */
export function aria(label: string, role?: string): Record<string, string> {
  return role ? { ariaLabel: label, ariaRole: role } : { ariaLabel: label }
}

/** The same of what is ticked or not, a checkbox unless it says 'radio': WeChat tells no state, so the words do. */
export const ariaTicked = (label: string, on: boolean, role = 'checkbox') =>
  aria(`${label}，${on ? '已选' : '未选'}`, role)

/** What a picture shows; without a label nothing that is not written beside it. */
export const pictureOf = (label = ''): object => (label ? aria(label, 'img') : {})

/** What a switch switches, where the box around it does not say it already. */
export const switchOf = (_label: string): object => ({})
