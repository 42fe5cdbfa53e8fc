import type { Duty } from './duty'

/** The rule in one sentence with its minimum filled in; 定期, without a minimum, it says 若干 where a number stood. */
export const ruleText = ({ text, minimum }: Pick<Duty, 'text' | 'minimum'>): string =>
  minimum === null ? text.replace(/ ?\{n\} ?/g, '若干') : text.replace(/\{n\}/g, `${minimum}`)
