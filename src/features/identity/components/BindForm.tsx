import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Named } from '@domain/contract/shared'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { Note } from '@/components/Note/Note'
import { TextField } from '@/components/TextField/TextField'
import { wordsFor } from '@/words/refusals'
import { BranchSheet } from './BranchSheet'
import { PhoneButton } from './PhoneButton'
import './BindForm.css'

/** Where the digits do not help, the branch tells by the person. */
const byBranch: readonly PhoneRefusal['reason'][] = ['too_many_attempts', 'roster_mismatch']

interface Props {
  /** Of the check-in that led here: the request then also appears on that meeting's page. */
  ticket?: string
  onRequested: (branchName: string) => void
}

/** Branch, name and the last four digits: nothing else is asked, and nothing is told about the register. */
export function BindForm({ ticket, onRequested }: Props) {
  const request = useCloudAction('identity.request')
  const byPhone = useCloudAction('binding.byPhone')
  const [choosing, setChoosing] = useState(false)
  const [branch, setBranch] = useState<Named | null>(null)
  const [name, setName] = useState('')
  const [phoneTail, setPhoneTail] = useState('')
  const [refusal, setRefusal] = useState<PhoneRefusal | null>(null)
  const missing = !branch
    ? '先选支部'
    : !name.trim()
      ? '填姓名'
      : !/^\d{4}$/.test(phoneTail)
        ? '填四位尾号'
        : undefined

  /** `byName`: without the digits, for the branch to tell by the person. */
  const send = async (byName = false) => {
    if (!branch) return
    setRefusal(null)
    const outcome = await request.run({
      branchId: branch.id,
      name: name.trim(),
      ...(byName ? {} : { phoneTail }),
      ...(ticket ? { ticket } : {}),
    })
    if (outcome.ok) onRequested(outcome.data.branchName)
    else if (outcome.reason === 'already_bound') onRequested(branch.name)
    else setRefusal(outcome)
  }
  const sendPhone = async (code: string) => {
    if (!branch) return
    setRefusal(null)
    const data = { branchId: branch.id, name: name.trim(), code, ...(ticket ? { ticket } : {}) }
    const outcome = code ? await byPhone.run(data) : ({ ok: false, reason: 'phone_unavailable' } as const)
    if (outcome.ok || outcome.reason === 'already_bound') onRequested(branch.name)
    else setRefusal(outcome)
  }
  const words = refusal && wordsFor(refusal)
  return (
    <View id="bind-form">
      <Card>
        <Field label="党支部" chevron id="bind-branch" onTap={() => setChoosing(true)}>
          <View className={branch ? undefined : 'ph'} id="bind-branch-name">
            {branch?.name ?? '选择您所在的支部'}
          </View>
        </Field>
        <Divider inset={16} />
        <TextField
          label="姓名"
          inputId="bind-name"
          value={name}
          maxlength={20}
          placeholder="与名册一致"
          onChange={setName}
        />
        <Divider inset={16} />
        <TextField
          label="手机尾号"
          inputId="bind-tail"
          digits
          value={phoneTail}
          maxlength={4}
          placeholder="后四位"
          onChange={setPhoneTail}
        />
      </Card>
      {words && (
        <View className="mt12">
          <Note tone="miss" icon="info" id="bind-refusal">
            <View className="b">{words.title}</View>
            <View>
              {words.text}。{words.next}。
            </View>
          </Note>
          {branch && byBranch.includes(refusal.reason) && (
            <View className="mt8">
              <Button kind="outline" id="bind-plain" busy={request.busy} onTap={() => void send(true)}>
                不核对尾号，请支部当面确认
              </Button>
            </View>
          )}
        </View>
      )}
      <View className="mt16">
        <Button id="bind-submit" busy={request.busy} disabledBecause={missing} onTap={() => void send()}>
          提交
        </Button>
      </View>
      {branch && name.trim() && (
        <View className="mt12">
          <PhoneButton onCode={(code) => void sendPhone(code)} />
          <View className="bind-why">和名册里的整个号码一致，就不用等确认</View>
        </View>
      )}
      <View className="bind-why">只用来核对名册，由党支部书记或现场组织者确认。涉密和敏感内容不得录入</View>
      <BranchSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(each) => {
          setBranch(each)
          setChoosing(false)
        }}
      />
    </View>
  )
}
