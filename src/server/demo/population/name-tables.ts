// What invented names are made of. Surnames and weights follow 內政部《全國姓名統計分析》 (107, per cent of the population, the first
// hundred, rounded and the tail smoothed); given names are those usual in each generation. Combined at random: whom one meets is chance.

export const surnames: readonly (readonly [string, number])[] = [
  ['陳', 11.15], ['林', 8.32], ['黃', 6.05], ['張', 5.27], ['李', 5.13], ['王', 4.1], ['吳', 4.04], ['劉', 3.15], ['蔡', 2.91], ['楊', 2.66],
  ['許', 2.33], ['鄭', 1.88], ['謝', 1.76], ['洪', 1.5], ['郭', 1.49], ['邱', 1.46], ['曾', 1.44], ['廖', 1.34], ['賴', 1.32], ['徐', 1.26],
  ['周', 1.2], ['葉', 1.17], ['蘇', 1.16], ['莊', 0.94], ['江', 0.92], ['呂', 0.92], ['何', 0.89], ['蕭', 0.83], ['羅', 0.83], ['高', 0.77],
  ['潘', 0.66], ['簡', 0.64], ['朱', 0.63], ['鍾', 0.6], ['彭', 0.59], ['游', 0.59], ['詹', 0.58], ['胡', 0.54], ['施', 0.54], ['沈', 0.52],
  ['余', 0.51], ['盧', 0.48], ['梁', 0.46], ['趙', 0.45], ['顏', 0.42], ['柯', 0.42], ['翁', 0.4], ['魏', 0.38], ['孫', 0.38], ['戴', 0.36],
  ['范', 0.33], ['方', 0.33], ['宋', 0.32], ['鄧', 0.27], ['杜', 0.24], ['傅', 0.23], ['侯', 0.22], ['曹', 0.22], ['薛', 0.21], ['丁', 0.2],
  ['卓', 0.19], ['馬', 0.19], ['阮', 0.18], ['董', 0.18], ['唐', 0.17], ['温', 0.17], ['藍', 0.16], ['蔣', 0.16], ['石', 0.16], ['古', 0.16],
  ['紀', 0.15], ['姚', 0.15], ['連', 0.15], ['馮', 0.14], ['歐', 0.14], ['程', 0.14], ['湯', 0.14], ['黄', 0.13], ['田', 0.13], ['康', 0.13],
  ['姜', 0.13], ['白', 0.12], ['汪', 0.12], ['尤', 0.12], ['鄒', 0.12], ['巫', 0.12], ['鐘', 0.12], ['黎', 0.11], ['涂', 0.11], ['龔', 0.11],
  ['嚴', 0.09], ['韓', 0.09], ['袁', 0.09], ['金', 0.09], ['童', 0.08], ['陸', 0.08], ['夏', 0.08], ['柳', 0.08], ['邵', 0.07], ['錢', 0.07],
  ['張簡', 0.05], ['歐陽', 0.04], ['范姜', 0.02],
]; // prettier-ignore

export interface Generation {
  /** The last year of birth. */
  readonly until: number;
  readonly man: GivenNames;
  readonly woman: GivenNames;
}

export interface GivenNames {
  /** Names in everybody's class. */
  readonly usual: readonly string[];
  /** Characters that make the others, first and second. */
  readonly first: string;
  readonly second: string;
}

const words = (text: string): string[] => text.split(' ');

export const generations: readonly Generation[] = [
  {
    until: 1945,
    man: {
      usual: words('金龍 金水 清山 文雄 正雄 武雄 明山 添財 水木 萬福 阿土 進財 火炎 金木 天賜'),
      first: '金水木清萬添進天阿榮',
      second: '龍山財福生旺木土成發',
    },
    woman: {
      usual: words('秀英 玉蘭 秀琴 玉英 阿美 月娥 玉枝 寶珠 秀蘭 金鳳 招治 罔市 玉葉 素貞 春花'),
      first: '玉秀月金素春阿寶彩桂',
      second: '英蘭枝珠鳳花葉妹娥桃',
    },
  },
  {
    until: 1960,
    man: {
      usual: words('文雄 俊雄 志明 明輝 榮華 國雄 武雄 正義 茂雄 金龍 清泉 俊男 信宏 文彬 永昌'),
      first: '文明國正榮永俊茂信清',
      second: '雄義輝昌男泉德源華隆',
    },
    woman: {
      usual: words('美惠 秀英 麗華 秀美 美玉 淑貞 麗雲 秀鳳 玉梅 美珠 素珍 麗珠 秀雲 淑女 碧霞'),
      first: '美秀麗淑玉素碧惠錦瓊',
      second: '惠華英美雲珠貞霞鳳梅',
    },
  },
  {
    until: 1975,
    man: {
      usual: words('志明 建宏 俊宏 志強 文彬 志成 志忠 俊傑 明宗 家榮 建志 志偉 文山 國華 世昌'),
      first: '志俊建明文國世家宗振',
      second: '明宏強偉成傑忠昌榮賢',
    },
    woman: {
      usual: words('淑芬 淑惠 美玲 美惠 麗華 淑娟 淑貞 惠美 淑華 美華 雅惠 玉珍 秀玲 惠玲 麗娟'),
      first: '淑美麗雅惠秀玉慧靜佩',
      second: '芬惠玲華娟貞美珍君如',
    },
  },
  {
    until: 1990,
    man: {
      usual: words('家豪 俊傑 志豪 建宏 志偉 俊宏 宗翰 冠宇 信宏 承翰 彥廷 柏翰 哲瑋 冠廷 智偉'),
      first: '家志俊冠宗柏承彥哲建',
      second: '豪偉傑宏翰宇廷霖瑋銘',
    },
    woman: {
      usual: words('雅婷 怡君 雅雯 怡婷 心怡 佳穎 雅琪 宜君 佩珊 詩涵 欣怡 靜宜 婉婷 家瑜 郁婷'),
      first: '雅怡佳宜心佩詩欣婉郁',
      second: '婷君雯穎琪涵怡珊瑜如',
    },
  },
  {
    until: 2005,
    man: {
      usual: words('承恩 冠宇 冠廷 宗翰 家豪 彥廷 承翰 柏翰 宇軒 家瑋 柏宇 承佑 品睿 俊宇 冠霖'),
      first: '承冠柏宇彥品家俊宥奕',
      second: '恩宇廷翰軒睿佑瑋霖辰',
    },
    woman: {
      usual: words('宜蓁 欣妤 詩涵 思妤 雅筑 佳穎 怡蓁 子涵 品妤 宜庭 郁婷 采潔 佳蓉 羽彤 思涵'),
      first: '宜欣詩思子品郁采羽佳',
      second: '蓁妤涵筑庭彤潔蓉穎萱',
    },
  },
  {
    until: 9999,
    man: {
      usual: words('承恩 宥廷 品睿 宸睿 秉睿 宥辰 柏睿 承翰 子睿 宥翔 宇恩 冠廷 睿恩 品宥 奕廷'),
      first: '宥承品宸柏子睿奕秉宇',
      second: '恩廷睿辰翔翰安宥澤霖',
    },
    woman: {
      usual: words('詠晴 子晴 品妍 羽彤 禹彤 宥蓁 芯語 苡晴 品妤 子涵 語彤 妍希 芷晴 可昕 語安'),
      first: '詠子品羽語宥芯苡妍可',
      second: '晴妍彤蓁語妤涵安希昕',
    },
  },
];

/** Characters of real given names that old systems and many fonts lack; 𡘙 stands outside the basic plane. */
export const rareCharacters = ['堃', '喆', '峯', '𡘙'] as const;

/** Names of indigenous peoples as registered, in Han characters and in Latin letters: given name, then house or parent. */
export const indigenousGiven: Readonly<Record<'man' | 'woman', readonly (readonly [string, string])[]>> = {
  man: [['達虎', 'Dahu'], ['畢勇', 'Biung'], ['海樹兒', 'Haisul'], ['拉翁', 'Laung'], ['瓦歷斯', 'Walis'], ['巴萬', 'Pawan'], ['鐵木', 'Temu'], ['阿浪', 'Alang']],
  woman: [['巴奈', 'Panai'], ['伊布', 'Ibu'], ['阿布絲', 'Abus'], ['莎薇', 'Savi'], ['烏瑪芙', 'Umav'], ['芭甘', 'Bakan'], ['伊婉', 'Iwan'], ['姑目', 'Kumu']],
}; // prettier-ignore
export const indigenousHouse: readonly (readonly [string, string])[] = [
  ['達納畢馬', 'Tanapima'], ['伊斯立端', 'Islituan'], ['伊斯巴利達夫', 'Ispalidav'], ['達努姆', 'Danum'], ['布袞', 'Bukun'],
  ['諾明', 'Nomin'], ['達多', 'Tado'], ['巴彥', 'Payan'], ['尤勞', 'Yulaw'],
]; // prettier-ignore

/** Residents of other nationality are insured under the name in their passport. */
export const foreignNames: Readonly<Record<'man' | 'woman', readonly string[]>> = {
  man: ['NGUYEN VAN HUNG', 'TRAN QUOC BAO', 'PHAM DUC ANH', 'LE DINH NAM', 'HOANG VAN TUAN', 'BUDI SAPUTRA', 'ANDI WIJAYA', 'JOSE REYES SANTOS', 'MARK DELA CRUZ', 'SOMCHAI THONGDEE'],
  woman: ['NGUYEN THI HOA', 'TRAN THI LAN', 'PHAM THI HUONG', 'LE THI NGA', 'VO THI THUY', 'SRI WAHYUNI', 'DEWI LESTARI', 'SITI AMINAH', 'MARIA LUISA REYES', 'MALEE SRISUK'],
}; // prettier-ignore
