import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ImportPreview } from '@domain/contract/imports'
import { Card } from '@/components/Card/Card'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { LinkText } from '@/components/LinkText/LinkText'
import { fieldWord, ignoredWords } from '../logic/importWords'

/** Which columns were read as what, and which were left alone. */
export function ImportColumns({ taken, ignored }: Pick<ImportPreview, 'taken' | 'ignored'>) {
  const [open, setOpen] = useState(false)
  const sensitive = ignored.filter(({ why }) => why === 'sensitive' || why === 'remarks')
  return (
    <View id="import-columns">
      <Card pad>
        <View className="t-body">
          {`读取 ${taken.length} 列`}
          {ignored.length > 0 ? `，没有读取 ${ignored.length} 列` : ''}
        </View>
        {sensitive.length > 0 ? (
          <View className="t-sub c2 mt4" id="import-ignored">
            {`没有读取也不保存：${sensitive.map(({ title }) => title).join('、')}`}
          </View>
        ) : null}
        {open ? (
          <View className="mt12">
            <KeyValue
              items={[
                ...taken.map(({ title, field }) => [title, `读作${fieldWord(field)}`] as const),
                ...ignored.map(({ title, why }) => [title, ignoredWords[why]] as const),
              ]}
            />
          </View>
        ) : (
          <LinkText id="columns-open" arrow="down" onTap={() => setOpen(true)}>
            逐列看
          </LinkText>
        )}
      </Card>
    </View>
  )
}
