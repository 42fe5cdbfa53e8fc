/** Who works for each community and village of the demo: invented, and on no register. */
export const staffNames: Record<string, string> = {
  凤凰社区党委: '潘玉兰',
  文昌社区党委: '丁少华',
  东关社区党委: '贺立新',
  西苑社区党委: '顾彩霞',
  新城社区党委: '施建中',
  滨河社区党委: '方晓云',
  南桥社区党委: '龙桂芳',
  北苑社区党委: '孔令辉',
  府前社区党委: '白雪梅',
  团结社区党委: '康志强',
  建设路社区党委: '毛秋菊',
  和平社区党委: '武文斌',
  石湾村: '石有福',
  大坪村: '牛永胜',
  杨家沟村: '杨树林',
  清水村: '田水生',
  北岭村: '岳大山',
  榆树湾村: '柴春旺',
  红旗村: '洪满仓',
  南沟村: '苗喜来',
  新民村: '辛守业',
  高桥村: '乔长顺',
  双泉村: '泉玉柱',
  白杨村: '柏青松',
  东坡村: '庄来运',
  河口村: '江得水',
  沙坝村: '沙金宝',
  青山村: '左明礼',
  梨园村: '黎园春',
  西塬村: '原保田',
  桃花村: '陶红英',
  王家庄村: '王全有',
  马营村: '马占魁',
  三岔村: '路三元',
  云台村: '云志远',
  柳林村: '柳成荫',
}

export function staffName(place: { name: string }): string {
  const name = staffNames[place.name]
  if (!name) throw new Error(`nobody works for ${place.name}`)
  return name
}
