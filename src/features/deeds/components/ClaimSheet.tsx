import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import type { RequestOf, ResponseOf } from '@domain/contract/actions'
import { deedSevenOnes } from '@domain/contract/lists'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { wordsFor } from '@/words/refusals'
import './deeds.css'

type List = ResponseOf<'deed.list'>
type Place = Pick<RequestOf<'deed.claim'>, 'beneficiary' | 'householdId'> & { key: string; name: string }

const LONGEST = 40

function placesOf({ community, households }: List): Place[] {
  const own = community
    ? [{ key: community.id, name: community.name, beneficiary: 'community' as const }]
    : []
  return [
    ...own,
    ...households.map(({ id, number, village }) => ({
      key: id,
      name: `${village} ${number}`,
      beneficiary: 'household' as const,
      householdId: id,
    })),
  ]
}

function useClaim(list: List, onDone: () => void) {
  const places = placesOf(list)
  const [title, setTitle] = useState('')
  const [key, setKey] = useState(places.length === 1 ? places[0]?.key : undefined)
  const [sevenOne, setSevenOne] = useState<RequestOf<'deed.claim'>['sevenOne']>()
  const [refusal, setRefusal] = useState<PhoneRefusal | null>(null)
  const { runOnce, busy } = useCloudAction('deed.claim')
  const place = places.find((each) => each.key === key)
  const missing = !title.trim() ? '先写办什么' : !place ? '先选为谁办' : undefined
  const claim = async () => {
    if (!place) return
    setRefusal(null)
    const { beneficiary, householdId } = place
    const outcome = await runOnce({
      title: title.trim(),
      beneficiary,
      ...(householdId ? { householdId } : {}),
      ...(sevenOne && { sevenOne }),
    })
    if (!outcome.ok) {
      setRefusal(outcome)
      return
    }
    setTitle('')
    setSevenOne(undefined)
    onDone()
  }
  return { places, title, setTitle, key, setKey, sevenOne, setSevenOne, refusal, missing, busy, claim }
}

interface Props {
  open: boolean
  list: List
  onClose: () => void
  onClaimed: () => void
}

/** 认领: one line and for whom. Nothing of the family is written. */
export function ClaimSheet({ open, list, onClose, onClaimed }: Props) {
  const { places, title, setTitle, key, setKey, sevenOne, setSevenOne, refusal, missing, busy, claim } =
    useClaim(list, onClaimed)
  const words = refusal && wordsFor(refusal)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="认领一件实事"
      id="claim-sheet"
      footer={
        <Button id="claim-send" grow busy={busy} disabledBecause={missing} onTap={() => void claim()}>
          认领
        </Button>
      }
    >
      <View className="t-body b">办什么</View>
      <View className="deed-input">
        <Input
          id="claim-title"
          className="field-input"
          value={title}
          maxlength={LONGEST}
          placeholder="一句话，如：修好楼道的灯"
          placeholderClass="ph"
          onInput={(event) => setTitle(event.detail.value)}
        />
      </View>
      <View className="deed-warn">
        <Icon name="lock" tone="ink3" size={20} />
        <View className="grow">涉密和敏感内容不得录入，不写家里的情况</View>
      </View>
      <View className="t-body b mt16">属于“七个一”的，点一下</View>
      <View className="chips mt8">
        {deedSevenOnes.map((one) => (
          <Chip
            key={one}
            id={`seven-${one}`}
            on={one === sevenOne}
            onTap={() => setSevenOne(one === sevenOne ? undefined : one)}
          >
            {sevenOneShort[one]}
          </Chip>
        ))}
      </View>
      <View className="t-body b mt16">为谁办</View>
      <View className="chips mt8">
        {places.map((each) => (
          <Chip key={each.key} id={`for-${each.key}`} on={each.key === key} onTap={() => setKey(each.key)}>
            {each.name}
          </Chip>
        ))}
      </View>
      {words && (
        <View className="mt12">
          <Note tone="miss" icon="info" id="claim-refusal">
            <View className="b">{words.title}</View>
            <View>
              {words.text}。{words.next}。
            </View>
          </Note>
        </View>
      )}
    </Sheet>
  )
}
