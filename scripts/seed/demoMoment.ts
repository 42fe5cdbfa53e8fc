/** The demo moment that documents and screenshots speak of: Tuesday, ten minutes before the branch's 主题党日. */
export const demoMoment = Date.parse('2026-09-22T14:50:00+08:00')
