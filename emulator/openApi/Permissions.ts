import fs from 'node:fs'
import path from 'node:path'

/** Emulated milliseconds for which the cloud goes on with what it has read. */
const KEPT = 600_000

/**
 * What `permissions.openapi` of a function's config.json allows: in the cloud only those APIs may be called. As there, a change shows up to ten
 * minutes late.
 */
export class Permissions {
  private readonly kept = new Map<string, { names: readonly unknown[]; readAt: number }>()

  constructor(
    private readonly folder: string,
    /** Emulated milliseconds. */
    private readonly now: () => number,
  ) {}

  private read(functionName: string): readonly unknown[] {
    const file = path.join(this.folder, functionName, 'config.json')
    if (functionName === '' || !fs.existsSync(file)) return []
    const { permissions } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      permissions?: { openapi?: unknown }
    }
    return Array.isArray(permissions?.openapi) ? permissions.openapi : []
  }

  allows(functionName: string, apiName: string): boolean {
    const before = this.kept.get(functionName)
    const now = this.now()
    // A clock that was set back has no memory of later.
    const isFresh = before !== undefined && now >= before.readAt && now - before.readAt < KEPT
    const names = isFresh ? before.names : this.read(functionName)
    if (!isFresh) this.kept.set(functionName, { names, readAt: now })
    return names.includes(apiName)
  }
}
