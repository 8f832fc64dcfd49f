// Invented employers of a county of tea, tourism and small workshops. Names are put together from parts, so that none is anybody's;
// a likeness to a real one is chance.
import { weighted, type SeededRandom } from '../seeded-random.ts';

export interface Employer {
  readonly name: string;
  /** What it pays to begin with, against the minimum wage. */
  readonly pay: number;
}

export interface Employers {
  readonly firms: readonly Employer[];
  /** Occupational unions: where the self-employed insure themselves. */
  readonly unions: readonly Employer[];
}

const towns = weighted([
  ['南投市', 20], ['草屯鎮', 19], ['埔里鎮', 16], ['竹山鎮', 11], ['名間鄉', 7], ['仁愛鄉', 3], ['信義鄉', 3], ['水里鄉', 4], ['國姓鄉', 3], ['魚池鄉', 4],
  ['鹿谷鄉', 4], ['集集鎮', 3], ['中寮鄉', 2],
]); // prettier-ignore
const beginnings = '青巒 雲嶺 玉潭 茶鄉 晨霧 竹影 梅谷 橘園 溪畔 山嵐 稻禾 星野 楓林 松濤 鹿鳴 蝶谷 荷塘 碧湖 清流 暖陽'.split(' ');
const middles = '興 禾 悅 軒 盛 佑 德 昕 羽 安 樸 恆'.split(' ');

interface Kind {
  /** Comes after the invented part; a town stands before it where people speak of it so. */
  readonly ending: string;
  readonly named: 'with-town' | 'alone';
  readonly pay: number;
}

const kinds = weighted<Kind>([
  [{ ending: '企業社', named: 'with-town', pay: 1.02 }, 20],
  [{ ending: '商行', named: 'with-town', pay: 1 }, 12],
  [{ ending: '製茶廠', named: 'with-town', pay: 1.02 }, 7],
  [{ ending: '民宿', named: 'with-town', pay: 1 }, 6],
  [{ ending: '小吃店', named: 'with-town', pay: 1 }, 8],
  [{ ending: '工程行', named: 'with-town', pay: 1.15 }, 9],
  [{ ending: '農產股份有限公司', named: 'alone', pay: 1.08 }, 6],
  [{ ending: '機械有限公司', named: 'alone', pay: 1.22 }, 10],
  [{ ending: '食品有限公司', named: 'alone', pay: 1.08 }, 7],
  [{ ending: '精密工業股份有限公司', named: 'alone', pay: 1.35 }, 6],
  [{ ending: '營造有限公司', named: 'alone', pay: 1.25 }, 4],
  [{ ending: '大飯店股份有限公司', named: 'alone', pay: 1.15 }, 3],
  [{ ending: '電子股份有限公司', named: 'alone', pay: 1.4 }, 3],
]);
const trades = '農產加工業 泥水業 餐飲業 竹藝業 理燙髮美容業 導遊服務業 木工業 縫紉業'.split(' ');

const FIRMS = 1_200;
const UNIONS = 24;

export function inventEmployers(random: SeededRandom): Employers {
  const names = new Set<string>();
  const firms: Employer[] = [];
  while (firms.length < FIRMS) {
    const kind = random.pickWeighted(kinds);
    const town = kind.named === 'with-town' ? `南投縣${random.pickWeighted(towns)}` : '';
    const name = `${town}${random.pick(beginnings)}${random.pick(middles)}${kind.ending}`;
    if (names.has(name)) continue;
    names.add(name);
    firms.push({ name, pay: kind.pay + random.integer(0, 12) / 100 });
  }
  const unions = Array.from({ length: UNIONS }, (_, index) => ({
    name: `南投縣${beginnings[index % beginnings.length] ?? ''}${trades[index % trades.length] ?? ''}職業工會`,
    pay: 1 + random.integer(0, 10) / 100,
  }));
  return { firms, unions };
}
