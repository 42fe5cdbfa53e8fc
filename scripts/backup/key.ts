import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { isInGit } from '../deploy/countyFile'
import { Stop } from '../deploy/Stop'

/** What a key file holds: the one half encrypts, the other opens. A file with the first half alone can make backups and open none. */
export interface Key {
  recipient: string
  identity?: string
}

/** Makes the county's key. Never over another one: what that one has encrypted would be lost. */
export async function newKey(file: string): Promise<string> {
  if (isInGit(file)) throw new Stop(`钥匙文件 ${file} 在代码目录里，会被一起提交：请放到别的目录。`)
  if (existsSync(file)) throw new Stop(`${file} 已经在了：换一个文件名。旧钥匙加密的备份只有旧钥匙打得开。`)
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  writeFileSync(file, `# 备份只要这一行：\n${recipient}\n# 恢复要这一行，放进保险柜：\n${identity}\n`, {
    mode: 0o600,
  })
  return recipient
}

/** Reads a key file as `age-keygen` and `--new-key` write it. */
export async function readKey(file: string): Promise<Key> {
  if (!existsSync(file))
    throw new Stop(`没有钥匙文件 ${file}：第一次先运行 npm run backup -- --new-key 文件 生成。`)
  if (isInGit(file)) throw new Stop(`钥匙文件 ${file} 在代码目录里，会被一起提交：请放到别的目录。`)
  const text = readFileSync(file, 'utf8')
  const identity = /^AGE-SECRET-KEY-1\w+$/m.exec(text)?.[0]
  const recipient = /^age1\w+$/m.exec(text)?.[0]
  try {
    if (identity) return { identity, recipient: await identityToRecipient(identity) }
  } catch {
    throw new Stop(`${file} 里的钥匙不完整：AGE-SECRET-KEY-1 开头的一行抄错了。`)
  }
  if (recipient) return { recipient }
  throw new Stop(`${file} 里没有钥匙：应有 age1 或 AGE-SECRET-KEY-1 开头的一行。`)
}

export function identityOf({ identity }: Key): string {
  if (identity) return identity
  throw new Stop('这个钥匙文件只能做备份：恢复要用 AGE-SECRET-KEY-1 开头的那一行（在保险柜里）。')
}
