const pages = [
  () => import('./pages/checkin/index'),
  () => import('./pages/code/index'),
  () => import('./pages/activities/index'),
  () => import('./pages/messages/index'),
  () => import('./pages/me/index'),
  () => import('./member/records/index'),
  () => import('./pages/work/index'),
  () => import('./secretary/meeting/index'),
]

/** Fetches the pages' code while there is a network, so that 我的码 and the roll open without one. */
export function preloadPages(): void {
  const fetchAll = async () => {
    for (const page of pages) await page().catch(() => undefined)
  }
  setTimeout(() => void fetchAll(), 1500)
}
