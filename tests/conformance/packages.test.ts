import lock from './package-lock.json'
import manifest from './package.json'

it('pins every package, the SDK whose suite it is among them', () => {
  expect(manifest.dependencies['@cloudbase/node-sdk']).toBe('2.10.0')
  const versions = Object.values(manifest.dependencies)
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(lock.packages[''].dependencies).toEqual(manifest.dependencies)
})

it('names no registry', () => {
  expect(Object.values(lock.packages).filter((locked) => 'resolved' in locked)).toEqual([])
})
