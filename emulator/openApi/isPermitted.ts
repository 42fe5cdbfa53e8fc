import fs from 'node:fs'
import path from 'node:path'

/** Whether `permissions.openapi` of the function's config.json names the API: in the cloud only those may be called. */
export function isPermitted(functionsDir: string, functionName: string, apiName: string): boolean {
  const file = path.join(functionsDir, functionName, 'config.json')
  if (functionName === '' || !fs.existsSync(file)) return false
  const { permissions } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    permissions?: { openapi?: unknown }
  }
  return Array.isArray(permissions?.openapi) && permissions.openapi.includes(apiName)
}
