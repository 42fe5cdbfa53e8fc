import lock from '../../package-lock.json'
import manifest from '../../package.json'

interface Locked {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

const packages = lock.packages as unknown as Record<string, Locked>

/** Where a package looks for another: in its own node_modules, then in those above. */
function find(from: string, name: string): Locked | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]
    if (found ?? !folder) return found
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`]
  }
}

// npm leaves them out where it cannot reach them, and `npm ci` then refuses the lock everywhere.
it('the lock knows the packages of every platform, not only of the one it was made on', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !find(from, name)?.version),
  )
  expect(missing).toEqual([])
})

it('the lock names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([])
})

it('every direct dependency is pinned to one version', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
