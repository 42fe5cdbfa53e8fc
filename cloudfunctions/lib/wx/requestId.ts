/** The platform's id of this invocation, so that a log line is found again. */
export const requestId = (): string => process.env.TCB_SEQID ?? '-'
