/**
 * How to scan a code, for whoever stands before it. `opens`: WeChat's own scan opens it, which is what everybody tries first; else it shows a line
 * of letters, and that is said as well.
 */
export const scanWords = (opens: boolean): { how: string; not?: string } =>
  opens
    ? { how: '打开微信“扫一扫”，扫这张码' }
    : { how: '打开“先锋双岗”，点“扫码登记”', not: '微信“扫一扫”认不出' }
