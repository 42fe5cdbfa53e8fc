import path from 'node:path'

/** There is one; none; calls are not answered in time; the cloud is reached and breaks down. */
export type Network = 'on' | 'off' | 'slow' | 'broken'

const failures: Record<Exclude<Network, 'on'>, object> = {
  off: { errMsg: 'cloud.callFunction:fail request:fail -2:net::ERR_INTERNET_DISCONNECTED' },
  slow: { errMsg: 'cloud.callFunction:fail request:fail timeout' },
  broken: { errCode: -504002, errMsg: 'cloud.callFunction:fail function execution failed' },
}

export interface CloudAddress {
  /** An emulator's address. */
  url: string
  openid: string
}

type NetworkListener = (change: { isConnected: boolean }) => void

/** What lies between the phone and the cloud. */
export class Cloud {
  /** Changes what the cloud answers to an action, asked with this data, on its way to the phone, as another release of it would. */
  spoil: (answer: any, action: string, asked: object) => unknown = (answer) => answer
  private readonly listeners: NetworkListener[] = []

  constructor(
    private address: CloudAddress | undefined,
    private network: Network,
    private readonly files: ReadonlyMap<string, string>,
  ) {}

  /** Later calls come from this identity. */
  signIn(openid: string): void {
    if (!this.address) throw new Error('the host has no cloud')
    this.address = { ...this.address, openid }
  }

  setNetwork(network: Network): void {
    this.network = network
    for (const listener of this.listeners) listener({ isConnected: network !== 'off' })
  }

  onChange(listener: NetworkListener): void {
    this.listeners.push(listener)
  }

  async call({ name, data }: { name: string; data: { action?: string; data?: object } }): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const answer = await this.post('callFunction', JSON.stringify({ name, data }), headers)
    return this.spoil(answer, data.action ?? '', data.data ?? {})
  }

  upload({ cloudPath, filePath }: { cloudPath: string; filePath: string }): Promise<unknown> {
    const text = this.files.get(filePath)
    if (text === undefined) throw new Error(`no such file: ${filePath}`)
    const form = new FormData()
    form.append('cloudPath', cloudPath)
    form.append('file', new Blob([text]), path.basename(filePath))
    return this.post('uploadFile', form)
  }

  private async post(
    name: string,
    body: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    if (this.network !== 'on') throw Object.assign(new Error('no answer'), failures[this.network])
    if (!this.address) throw new Error('the host has no cloud')
    const response = await fetch(`${this.address.url}/client/${name}`, {
      method: 'POST',
      headers: { ...headers, 'x-demo-openid': this.address.openid },
      body,
    })
    const answer = (await response.json()) as { errCode?: number; errMsg?: string }
    if (answer.errCode) throw Object.assign(new Error(answer.errMsg), answer)
    return answer
  }
}
