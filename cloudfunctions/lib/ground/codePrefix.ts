/** `https://<filed domain>/c?t=` when the owner has one (set on the function), else empty: the code is then read by the scan button. */
export const codePrefix = (): string => process.env.CODE_PREFIX ?? ''
