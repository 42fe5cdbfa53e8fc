import { useState } from 'react'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { useQuery } from '@tanstack/react-query'
import { Button, Canvas, Image, Input, Text, View } from '@tarojs/components'
import Taro, { useReady } from '@tarojs/taro'
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { encode } from 'uqr'
import * as v from 'valibot'
import check from '@/assets/icons/aa.svg'

dayjs.extend(utc)
const Answer = v.object({ openid: v.string(), at: v.number() })

type Call = <T>(name: string, data: object) => Promise<T>

const call: Call = async (name, data) => {
  if (process.env.TARO_ENV === 'h5') {
    const response = await fetch('/client/callFunction', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-demo-openid': 'proof-member' },
      body: JSON.stringify({ name, data }),
    })
    const body = (await response.json()) as { result: never; errMsg: string; errCode?: number }
    if (body.errCode) throw new Error(body.errMsg)
    return body.result
  }
  const { result } = await Taro.cloud.callFunction({ name, data })
  return result as never
}

export default function Proof() {
  const [name, setName] = useState('')
  const [taps, setTaps] = useState(0)
  const [refusal, setRefusal] = useState('')
  const answer = useQuery({
    queryKey: ['whoami'],
    queryFn: async () => v.parse(Answer, await call('echo', { at: 1790059800123 })),
  })
  const mac = bytesToHex(hmac(sha256, new Uint8Array(32), new Uint8Array([1, 2, 3]))).slice(0, 20)

  useReady(() => {
    const query = Taro.createSelectorQuery()
    query.select('#qr').fields({ node: true, size: true })
    query.exec((found: { node?: HTMLCanvasElement }[]) => {
      const canvas = found[0]?.node
      if (!canvas) return
      const { data, size } = encode(mac)
      canvas.width = canvas.height = size * 4
      const context = canvas.getContext('2d')
      if (!context) return
      context.fillStyle = '#fff'
      context.fillRect(0, 0, size * 4, size * 4)
      context.fillStyle = '#000'
      data.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(x * 4, y * 4, 4, 4)))
    })
  })

  const refuse = () => {
    call('refuse', {}).then(
      () => setRefusal('accepted'),
      (error: unknown) => setRefusal(String((error as { errMsg?: string }).errMsg ?? error)),
    )
  }

  return (
    <View className="proof">
      <Text className="proof-title" id="title">
        先锋双岗 · 党员会议签到
      </Text>
      <Image className="proof-icon" src={check} />
      <Text id="day">{dayjs.utc(1790059800123).utcOffset(480).format('YYYY-MM-DD HH:mm:ss.SSS')}</Text>
      <Text id="mac">{mac}</Text>
      <Text id="answer">
        {answer.data ? `${answer.data.openid} ${answer.data.at}` : answer.error ? String(answer.error) : '…'}
      </Text>
      <Input id="name" value={name} onInput={(event) => setName(event.detail.value)} />
      <Text id="hello">{name && `你好 ${name}`}</Text>
      <Button id="inc" onClick={() => setTaps(taps + 1)}>
        加一
      </Button>
      <Text id="taps">{taps}</Text>
      <Button id="refuse" onClick={refuse}>
        拒绝
      </Button>
      <Text id="refusal">{refusal}</Text>
      <Button id="go" onClick={() => void Taro.navigateTo({ url: '/pages/second/index?n=2' })}>
        去
      </Button>
      <Canvas id="qr" canvasId="qr" type="2d" className="proof-canvas" />
    </View>
  )
}
