export interface PhoneCall {
  name: string
  data: object
}

export type PhoneAnswers = Record<string, 'answered' | { code: unknown; words: string }>

export function probePhone(
  call: (call: PhoneCall) => Promise<unknown>,
  sleepMs?: number,
): Promise<PhoneAnswers>

/** One line of JSON for readReport. */
export function askOnce(call: (call: PhoneCall) => Promise<{ result: unknown }>): Promise<string>
