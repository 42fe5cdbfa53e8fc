/** Joins class names, leaving out what is false: `classes('btn', small && 'btn-s')`. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
