export interface PhoneCall {
  name: string
  data: object
}

export type PhoneAnswers = Record<string, 'answered' | { code: unknown; words: string }>

export function probePhone(
  call: (call: PhoneCall) => Promise<unknown>,
  sleepMs?: number,
): Promise<PhoneAnswers>
