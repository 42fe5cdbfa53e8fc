import type { Part } from './readHouse'

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/') || '.'
const topOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.')

const below = ['features', 'components', 'navigation', 'words', 'cloud', 'platform', 'polyfills', 'styles']

/** What is drawn, a column each. Rooms of the cloud and of the rules are folders; the phone's pages are one room, as are its features. */
export const parts: Record<'phone' | 'cloud' | 'rules', Part> = {
  phone: {
    root: 'src',
    roomOf: (file) => (below.includes(topOf(file)) ? topOf(file) : 'pages'),
  },
  cloud: { root: 'cloudfunctions/lib', roomOf: (file) => (file.includes('/') ? folderOf(file) : 'useCases') },
  rules: { root: 'domain', roomOf: folderOf },
}
