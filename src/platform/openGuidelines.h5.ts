/** Only WeChat keeps such a text. */
export const openGuidelines: (() => void) | undefined = undefined
