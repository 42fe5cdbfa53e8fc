/** On weapp every page is in the package already. */
export function preloadPages(): void {
  // Nothing to fetch.
}
