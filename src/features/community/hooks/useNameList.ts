import { useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { sendFile } from '@/cloud/sendFile'
import { useCloudAction } from '@/cloud/useCloudAction'
import { askFirst } from '@/platform/askFirst'
import { chooseRosterFile, type RosterFile } from '@/platform/chooseRosterFile'
import { orTell } from '@/words/orTell'

interface Read {
  people: number
  leftOut: number
}

/** 导入名单: from the file to who stands on it; or letting go of what was read. */
export function useNameList(communityId: string) {
  const begin = useCloudAction('import.beginList')
  const list = useCloudAction('import.list')
  const drop = useCloudAction('import.dropLists')
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const [read, setRead] = useState<Read>()
  const send = async (file: RosterFile): Promise<PhoneRefusal | undefined> => {
    const sent = await sendFile(file, (nonce) => begin.run({ communityId, nonce, ending: file.ending }))
    if (!sent.ok) return sent
    const outcome = await list.run({ communityId, fileId: sent.fileId, nonce: sent.nonce })
    if (!outcome.ok) return outcome
    setRead(outcome.data)
  }
  return {
    read,
    refusal,
    sending,
    clear: () => setRefusal(undefined),
    choose: async () => {
      const file = await chooseRosterFile()
      if (!file) return
      setRead(undefined)
      setSending(true)
      setRefusal(await send(file))
      setSending(false)
    },
    drop: async () => {
      const text = '只是不再替您预先打勾，已经接收的不变。'
      if (!(await askFirst({ title: '不用这份名单', text, yes: '不用了' }))) return
      if (await orTell(drop.run({ communityId }))) setRead(undefined)
    },
  }
}
