/** What a screen reader says of an element. */
export function aria(label: string, role?: string): Record<string, string> {
  return role ? { ariaLabel: label, ariaRole: role } : { ariaLabel: label }
}
