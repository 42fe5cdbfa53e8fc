/**
 * The last four digits of a mobile number, all that is kept of it: `parsePhone('+86 138-0000-1234') // '1234'`. Of several the first that is
 * one; a number shown with stars still ends in them. `null`: no number, or one whose digits are lost.
 */
export function parsePhone(text: string): string | null {
  for (const part of text.split(/[/、,，;；|]|(?<=\d{11}) (?=\d)/)) {
    const bare = part.replace(/[\s().（）-]/g, '').replace(/^[^\d+*]+/, '')
    const number = bare.replace(/^(\+|00)?86(?=1)/, '')
    if (/^1[3-9]\d{9}$/.test(number) || /^1[3-9]\d\*{4}\d{4}$/.test(number) || /^\d{4}$/.test(number))
      return number.slice(-4)
  }
  return null
}
