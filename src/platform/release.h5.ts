// A browser loads the newest page by itself.
export const onNewRelease = (_callback: () => void): void => undefined
export const startNewRelease = (): void => window.location.reload()
