// Variant characters (異體字) in names, each with the form it is compared by: the standard form of the Ministry of Education (教育部標準字體).
// A row stands here only where both are one character, written or encoded in two ways. Characters that parents choose between (珮 佩, 勛 勳,
// 甯 寧, 堃 坤, 鑑 鑒, 咏 詠, 邨 村) stay apart, and so do forms that are another character elsewhere (后 後, 里 裡, 余 餘, 范 範, 万 萬, 証 證, 浜 濱).
// What Unicode itself folds (NFKC) needs no row. A row changes what the digests of some stored names mean: for a person it takes effect with
// the next import, so one that is added waits for it, and one is never turned round.

/** Variant first, then standard. */
const rows = {
  /** Written by hand and in older registers; clerks type either. */
  written:
    '台臺 峯峰 羣群 裏裡 綉繡 粧妝 恒恆 啓啟 敍敘 叙敘 鷄雞 嫺嫻 牀床 艷豔 廻迴 綫線 緜綿 舘館 粮糧 踪蹤 竝並 却卻 ' +
    '罸罰 蕋蕊 蘂蕊 脉脈 卧臥 氷冰 勅敕 効效 畧略 墻牆 姉姊 妬妒 呪咒 栢柏 柗松 枩松 桒桑 珎珍 畱留 畵畫 疎疏 秊年 ' +
    '穉稚 竒奇 笋筍 葢蓋 虗虛 裵裴 襃褒 觧解 逹達 鈎鉤 鑛礦 闗關 隣鄰 隽雋 髙高 鬪鬥 鵞鵝 鳯鳳 麪麵 双雙 来來 国國 ' +
    '携攜 滙匯 濶闊 昻昂 眀明 羗羌 翶翱 聨聯 聫聯 贒賢 躱躲 邉邊 頴穎 嶋島 嶌島 崐崑 崘崙 宻密 寃冤 寕寧 寳寶 宝寶 ' +
    '冨富 冝宜 凛凜 凖準 剣劍 劔劍 劒劍 兹茲 朶朵 煕熙 熈熙 凞熙 茘荔 爕燮 皐皋 貭質 聟婿 壻婿 曺曹 蘓蘇 賔賓 曻昇 ' +
    '嵗歲 舩船',
  /** One character in the printing of another time or place, with a code of its own. */
  printed:
    '温溫 媪媼 愠慍 藴蘊 凉涼 况況 决決 冲沖 减減 净淨 凈淨 凑湊 没沒 黄黃 呉吳 吴吳 吕呂 宫宮 侣侶 眞真 愼慎 鎭鎮 ' +
    '塡填 顚顛 巓巔 敎教 爲為 嬀媯 僞偽 産產 户戶 戸戶 强強 彦彥 顔顏 尙尚 曽曾 増增 徳德 毎每 歩步 渉涉 緑綠 録錄 ' +
    '禄祿 卽即 旣既 槪概 郷鄉 鄕鄉 衞衛 説說 悦悅 鋭銳 税稅 脱脫 閲閱 兑兌 蜕蛻 淸清 靑青 静靜 郞郎 硏研 姸妍 倂併 ' +
    '屛屏 甁瓶 騈駢 値值 遥遙 瑶瑤 揺搖 謡謠 壮壯 将將 奬獎 蒋蔣 荘莊 娯娛 悞誤 匀勻 喩喻 奥奧 揷插 挿插 掲揭 捜搜 ' +
    '晩晚 曁暨 横橫 殻殼 巣巢 涙淚 潜潛 濳潛 痩瘦 盗盜 窻窗 窓窗 羡羨 舎舍 虚虛 衆眾 讃讚 賛贊 頼賴 瀬瀨 隠隱 黒黑 ' +
    '黙默 翆翠 帯帶 徴徵 従從 徃往 恵惠 懐懷 戦戰 戱戲 戯戲 拝拜 挙舉 擧舉 斉齊 斎齋 暁曉 暦曆 歴歷 桜櫻 様樣 楽樂 ' +
    '権權 栄榮 営營 歓歡 歳歲 気氣 沢澤 済濟 満滿 滝瀧 焼燒 犠犧 献獻 県縣 禅禪 稲稻 穂穗 穏穩 穣穰 粋粹 経經 継繼 ' +
    '総總 緫總 縁緣 聡聰 聦聰 粛肅 薬藥 蔵藏 薫薰 蛍螢 覇霸 覚覺 覧覽 観觀 読讀 諌諫 譲讓 軽輕 転轉 辺邊 遅遲 酔醉 ' +
    '釈釋 鉄鐵 鐡鐵 関關 険險 随隨 隂陰 霊靈 顕顯 飜翻 駆驅 験驗 髪髮 鴬鶯 鶏雞 亀龜 竜龍 亜亞 晋晉 専專 単單 厳嚴 ' +
    '勲勳 剰剩 円圓 壌壤 嬢孃 学學 実實 寛寬 寿壽 対對 尭堯 属屬 岀出 巌巖 巻卷 広廣 弾彈 応應 恊協 悪惡 恋戀 検檢 ' +
    '欝鬱 渇渴 渓溪 渕淵 渊淵 豊豐 弥彌 逺遠 逰遊 冦寇 宼寇 湾灣 灔灩 抜拔 択擇 竸競 萠萌 韮韭 銭錢 拡擴 㨗捷 内內 ' +
    '兪俞 偸偷 刹剎 呐吶 絶絕 緖緒 册冊 删刪 姗姍 栅柵 别別 兎兔 争爭 筝箏 幷并 吿告 鴎鷗',
};

export const variantPairs: readonly (readonly [variant: string, standard: string])[] = Object.values(rows).flatMap((row) =>
  row.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);
