import type { ByHand } from './countyFile'

/** What no interface offers: where it is done, and what happens without it. Done, its day is written into the county file under `done`. */
export const handWork: Record<ByHand, { what: string; where: string }> = {
  realName: { what: '小程序已认证', where: '小程序后台“设置 → 基本设置 → 微信认证”，主体选机关或事业单位' },
  filing: { what: '小程序已备案', where: '小程序后台“设置 → 基本设置 → 小程序备案”；没有备案不能发布' },
  category: {
    what: '服务类目已通过',
    where: '小程序后台“设置 → 基本设置 → 服务类目”，选“政务民生”下与党务相符的类目；消息模板随类目而来',
  },
  privacyGuideline: {
    what: '用户隐私保护指引已发布',
    where:
      '小程序后台“设置 → 服务内容声明 → 用户隐私保护指引”，声明：手机号、选中的文件、剪切板（只写入）、日历（只写入）、摄像头（扫码）；没有声明的，用到时会失败',
  },
  openapi: {
    what: '云调用权限已开通',
    where:
      '微信开发者工具打开本项目，对函数 api、papers 和 remind 各右键“创建并部署：云端安装依赖”旁的“云调用权限”上传一次；十分钟后生效',
  },
  domains: {
    what: '扫普通链接二维码的规则已发布（设置了 codePrefix 才需要）',
    where:
      '小程序后台“开发管理 → 开发设置 → 扫普通链接二维码打开小程序”，规则与 codePrefix 相同，先校验域名再发布；只关系到会议的现场码，印出来的码不靠它',
  },
  review: {
    what: '小程序已提交审核并发布',
    where: '小程序后台“版本管理”，把刚上传的开发版本提交审核，通过后点发布',
  },
}
