/** Shown under 关于; a test keeps it equal to package.json. */
export const version = '0.1.0'

/** 网信备案号: the owner fills it in when the filing is made. */
export const filingNumber: string | null = null
