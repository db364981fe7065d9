import type { Article, ArticlePart } from './article.ts';
import { articlesOfChapter4 } from './articlesOfChapter4.ts';
import { articlesOfChapters1to3 } from './articlesOfChapters1to3.ts';
import { articlesOfChapters5and6 } from './articlesOfChapters5and6.ts';
import { formatCitation } from './numerals.ts';

/** The regulation whose articles these are. */
export const regulation = {
  title: '中华人民共和国政府信息公开条例',
  number: '国务院令第711号',
  adopted: '2019-04-03',
  inForce: '2019-05-15',
  /**
   * The State Council's page that publishes 国务院令第711号. It could not be reached from the machine
   * this was written on: the address has not been tried.
   */
  officialText: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
} as const;

/** To stand wherever an explanation is shown. */
export const explanationNotice = '以上为释义，不是条例原文；以国务院公布的文本为准。';

/** To stand wherever the rows of an article are shown. */
export const rowsNotice = '表格各行与条文的对应为据条例推定，未见官方逐行填报说明。';

/** The six chapters with their first and last articles. */
export const chapters = [
  { number: 1, title: '总则', from: 1, to: 9 },
  { number: 2, title: '公开的主体和范围', from: 10, to: 18 },
  { number: 3, title: '主动公开', from: 19, to: 26 },
  { number: 4, title: '依申请公开', from: 27, to: 45 },
  { number: 5, title: '监督和保障', from: 46, to: 53 },
  { number: 6, title: '附则', from: 54, to: 56 },
] as const;

/** All 56 articles, in order: article n stands at index n − 1. */
export const articles: readonly Article[] = [
  ...articlesOfChapters1to3,
  ...articlesOfChapter4,
  ...articlesOfChapters5and6,
];

/** A place in a law: 第N条, and where given 第N款, 第（N）项. */
export interface Provision {
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** The article of that number; `undefined` outside 1 to 56. */
export function findArticle(number: number): Article | undefined {
  return articles[number - 1];
}

/**
 * What is known of a 款 or 项 beyond its article; `undefined` where the provision does not exist or is a
 * whole article. A 项 without 款 is looked for in the 款 that has 项 (第四条第（三）项 is in its second).
 */
export function findPart({ article, paragraph, item }: Provision): ArticlePart | undefined {
  return findArticle(article)?.parts?.find(
    (part) =>
      part.item === item && (paragraph === undefined ? item !== undefined : part.paragraph === paragraph),
  );
}

/** Rows of the forms that rest on the provision, `<table>/<row>`: those of its part, else of its article. */
export function rowsRestingOn(provision: Provision): readonly string[] {
  if (articleExists(provision).kind !== 'ok') return [];
  const part = findPart(provision);
  if (part !== undefined) return part.rows ?? [];
  return findArticle(provision.article)?.rows ?? [];
}

/** The provisions that a row (`<table>/<row>`) rests on, as exact as known, in the order of the articles. */
export function provisionsUnder(row: string): readonly Provision[] {
  return articles
    .filter((article) => article.rows.includes(row))
    .flatMap((article): Provision[] => {
      const parts = (article.parts ?? []).filter((part) => part.rows?.includes(row));
      if (parts.length === 0) return [{ article: article.number }];
      return parts.map(({ paragraph, item }) => {
        const onlyParagraph = article.items.length === 1;
        if (item === undefined) return { article: article.number, paragraph };
        return onlyParagraph
          ? { article: article.number, item }
          : { article: article.number, paragraph, item };
      });
    });
}

/** Whether a provision exists in the regulation of 2019 and, if not, what there is instead. */
export type ProvisionCheck =
  | { readonly kind: 'ok'; readonly article: Article }
  /** There are only `articles` articles. */
  | { readonly kind: 'noArticle'; readonly articles: number }
  /** The article has only `paragraphs` 款. */
  | { readonly kind: 'noParagraph'; readonly article: Article; readonly paragraphs: number }
  /** That 款 (the whole article where no 款 is named) has only `items` 项; often none. */
  | {
      readonly kind: 'noItem';
      readonly article: Article;
      readonly paragraph: number | undefined;
      readonly items: number;
    };

/** Counts of 款 and 项: text of 国务院令第711号. */
export function articleExists({ article: number, paragraph, item }: Provision): ProvisionCheck {
  const article = findArticle(number);
  if (article === undefined) return { kind: 'noArticle', articles: articles.length };
  const { items } = article;
  if (paragraph !== undefined && items[paragraph - 1] === undefined) {
    return { kind: 'noParagraph', article, paragraphs: items.length };
  }
  if (item !== undefined) {
    const count = paragraph === undefined ? Math.max(...items) : (items[paragraph - 1] ?? 0);
    if (item < 1 || item > count) return { kind: 'noItem', article, paragraph, items: count };
  }
  return { kind: 'ok', article };
}

/** 第三十六条　答复的七种情形 */
export function articleHeading(article: Article): string {
  return `${formatCitation({ article: article.number })}　${article.subject}`;
}
