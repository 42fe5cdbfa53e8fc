import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { type Answer, RequestError, type Service } from '../../scripts/deploy/Management'
import type { StubAccount } from '../../scripts/deploy/testing/StubAccount'

const KNOWN = /^(tcb|scf)\.tencentcloudapi\.com$/
type Asked = (...args: [https.RequestOptions | string | URL, ...unknown[]]) => http.ClientRequest

interface AgentRequest {
  service: Service
  action: string
  postdata: string
}

/** What the two tools reach of the internet, on this machine: every host they ask is answered from an account, or refused. */
export class StubInternet {
  readonly hosts = new Set<string>()
  readonly uploaded: { query: URLSearchParams; bytes: number }[] = []
  private readonly server = http.createServer((request, response) => void this.take(request, response))
  private readonly real = https.request

  constructor(private readonly account: StubAccount) {}

  /** Leads every https request of this process here. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const { port } = this.server.address() as AddressInfo
    const asked: Asked = (options, ...rest) => {
      const to = typeof options === 'string' || options instanceof URL ? new URL(options) : options
      const host = to.hostname ?? (to as https.RequestOptions).host ?? ''
      const { method = 'GET', headers = {}, path } = to as https.RequestOptions
      const listener = rest.find((one) => typeof one === 'function') as
        ((answer: http.IncomingMessage) => void) | undefined
      const here = {
        method,
        host: '127.0.0.1',
        port,
        path: path ?? '/',
        headers: { ...(headers as object), 'x-host': host },
      }
      return http.request(here, listener)
    }
    https.request = asked
  }

  close(): Promise<void> {
    https.request = this.real
    this.server.closeAllConnections()
    return new Promise((resolve) => void this.server.close(() => resolve()))
  }

  private async take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const host = String(request.headers['x-host'])
    this.hosts.add(host)
    const body = Buffer.concat(chunks)
    const answer = KNOWN.test(host)
      ? await this.tencent(host, request.headers, body)
      : host === 'servicewechat.com'
        ? await this.wechat(new URL(request.url ?? '/', 'https://x'), body)
        : { errCode: -1, errMsg: `no such host ${host}` }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  }

  private async asked(service: Service, action: string, params: Answer): Promise<Answer> {
    try {
      return { Response: { RequestId: 'r', ...(await this.account.ask(service, action, params)) } }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      return { Response: { RequestId: 'r', Error: { Code: error.code, Message: error.message } } }
    }
  }

  private async tencent(host: string, headers: http.IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    if (!(headers.authorization ?? '').startsWith('TC3-HMAC-SHA256 Credential=id/'))
      return {
        Response: { RequestId: 'r', Error: { Code: 'AuthFailure.SignatureFailure', Message: 'unsigned' } },
      }
    return this.asked(
      host.slice(0, 3) as Service,
      String(headers['x-tc-action']),
      JSON.parse(body.toString()) as Answer,
    )
  }

  private async wechat(url: URL, body: Buffer): Promise<Answer> {
    const ok = (data: unknown) => ({ errCode: 0, errMsg: 'ok', data })
    switch (url.pathname) {
      case '/wxa/ci/getrandstr':
        return ok({ randomString: 'random' })
      case '/wxa/ci/getattr':
        return ok(attributes)
      case '/wxa/ci/cloudapihttpagent':
        return ok({
          base_resp: { ret: 0 },
          content: JSON.stringify(
            await this.agent((JSON.parse(body.toString()) as { agentReq: AgentRequest }).agentReq),
          ),
        })
      case '/wxa/ci/upload':
        this.uploaded.push({ query: url.searchParams, bytes: gunzipSync(body).length })
        this.account.uploads.push(url.searchParams.get('desc') ?? '')
        return { errCode: 0, errMsg: 'ok', body: { subpackage_info: [] } }
      default:
        return ok({})
    }
  }

  /** Requests to Tencent that WeChat's tool sends by way of WeChat. */
  private async agent({ action, postdata }: AgentRequest): Promise<Answer> {
    const params = JSON.parse(postdata) as Answer
    if (action === 'DescribeEnvs')
      return { Response: { RequestId: 'r', EnvList: [environmentOf(this.account.envId)] } }
    if (action !== 'BatchCreateTrigger')
      return { Response: { RequestId: 'r', Error: { Code: 'InvalidAction', Message: action } } }
    const triggers = JSON.parse(String(params.Triggers)) as { TriggerName: string; TriggerDesc: string }[]
    try {
      for (const { TriggerName, TriggerDesc } of triggers)
        this.account.addTrigger(String(params.FunctionName), TriggerName, TriggerDesc)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      return { Response: { RequestId: 'r', Error: { Code: error.code, Message: error.message } } }
    }
    return { Response: { RequestId: 'r' } }
  }
}

/** As WeChat describes a mini-program that is nothing special. */
export const attributes = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 10,
    MaxTabbarIconSize: 40,
  },
}

const environmentOf = (EnvId: string) => ({
  EnvId,
  Source: 'miniapp',
  Alias: EnvId,
  CreateTime: '',
  UpdateTime: '',
  Status: 'NORMAL',
  Databases: [{ InstanceId: 'tnt-stub', Status: 'RUNNING', Region: 'ap-shanghai' }],
  Storages: [{ Bucket: 'bucket-stub', Region: 'ap-shanghai', CdnDomain: '', AppId: '1' }],
  Functions: [{ Namespace: EnvId, Region: 'ap-shanghai' }],
})
