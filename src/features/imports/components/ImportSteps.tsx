import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Note } from '@/components/Note/Note'
import { Steps } from '@/components/Steps/Steps'

/** Before a file is chosen: how it goes, and what is never read. */
export function ImportSteps() {
  return (
    <View id="import-steps">
      <Card pad>
        <Steps
          items={[
            { title: '把名册发到微信', text: '在电脑上发给“文件传输助手”，.xlsx 或 .csv 都可以' },
            {
              title: '选这个文件',
              text: '先组织、后党员；一次最多 5 MB、两万行，有标题行、合并单元格也能读',
            },
            { title: '逐行看过再导入', text: '先给您看新增、更改和要选的，点了导入才写进名册' },
          ]}
        />
      </Card>
      <View className="mt12">
        <Note tone="info" icon="shield">
          身份证号、出生日期、民族、住址和备注不读取、不保存；手机号只留后四位和加密核对值；文件读完就删。涉密和敏感内容不得录入
        </Note>
      </View>
    </View>
  )
}
