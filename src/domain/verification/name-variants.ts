// Variant characters (異體字) in names, each with the form it is compared by: the standard form of the Ministry of Education (教育部標準字體).
// A row stands here only where both are one character written or encoded in two ways: printing forms, forms of older registers, the second
// code of one glyph. Characters that parents choose between (昇 升, 珮 佩, 勛 勳, 甯 寧, 堃 坤, 鑑 鑒, 咏 詠) stay apart, and so do forms that
// are another character elsewhere (后 後, 里 裡, 余 餘, 范 範, 万 萬, 証 證, 浜 濱). What Unicode itself folds (NFKC) needs no row.
// A row changes what the stored digests of some names mean: it takes effect for a person with the next import.

/** Variant first, then standard. */
const rows = {
  /** Both in everyday use; registers and clerks write either. */
  everyday:
    '台臺 峯峰 羣群 裏裡 綉繡 粧妝 恒恆 温溫 啓啟 敍敘 叙敘 鷄雞 嫺嫻 牀床 艷豔 廻迴 凉涼 况況 决決 冲沖 减減 净淨 凈淨 凑湊 凖準 携攜 綫線 緜綿 舘館 粮糧 ' +
    '踪蹤 汙污 汚污 竝並 却卻 罸罰 翶翱 蕋蕊 蘂蕊 脉脈 卧臥 氷冰 勅敕 効效 畧略 冨富 冝宜 墻牆 姉姊 妬妒 呪咒',
};

export const variantPairs: readonly (readonly [string, string])[] = Object.values(rows).flatMap((row) =>
  row.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
