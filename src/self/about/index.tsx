import { Image, View } from '@tarojs/components'
import mark from '@/assets/img/mark.svg'
import wordmark from '@/assets/img/wordmark.svg'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Page } from '@/components/Page/Page'
import { open } from '@/navigation/navigate'
import { pictureOf } from '@/platform/aria'
import { filingNumber, version } from '@/words/about'
import './index.css'

/** 关于: who answers for it, its filing number and version. */
export default page(function AboutPage() {
  return (
    <Page id="about-page" title="关于" plates>
      <View className="about-head">
        <Image {...pictureOf()} className="about-mark" src={mark} />
        <Image {...pictureOf()} className="about-word" src={wordmark} />
        <View className="t-sub c2">工作在单位、活动在社区、奉献双岗位</View>
      </View>
      <Card className="about-cells">
        <Cell title="版本" right={<View id="version">{version}</View>} />
        <Divider inset={16} />
        <Cell title="网信备案号" sub={filingNumber ?? '正在办理，办好后写在这里'} />
        <Divider inset={16} />
        <Cell title="使用单位" sub="县直机关工委" />
      </Card>
      <Card className="about-cells">
        <Cell
          id="about-privacy"
          leading={<Icon name="shield" tone="ink2" />}
          title="隐私说明"
          chevron
          onTap={() => open('consent')}
        />
        <Divider inset={52} />
        <Cell
          id="about-feedback"
          leading={<Icon name="msg" tone="ink2" />}
          title="投诉建议"
          chevron
          onTap={() => open('feedback')}
        />
        <Divider inset={52} />
        <Cell
          id="about-admin"
          leading={<Icon name="tool" tone="ink2" />}
          title="首次启用"
          sub="工委第一位工作人员，凭一次性口令"
          chevron
          onTap={() => open('admin')}
        />
      </Card>
      <View className="about-foot">不打分，不排名，不定位。涉密和敏感内容不得录入。</View>
    </Page>
  )
})
