import type { Report } from './report.ts';

/** What a report calls its organ: its name, and 我局, 本机关, 全镇. */
export function ownNames({ organ }: Report): readonly string[] {
  return organ === undefined ? ourselves : [organ.value, ...ourselves];
}

const ourselves =
  '我局 我委 我镇 我乡 我街道 我办 我县 我市 我区 我厅 我院 我校 我处 我中心 我部 我省 我单位 我们 本局 本委 本院 本校 本镇 本乡 本街道 本机关 本单位 本部门 本办 本级 本行政机关 本县 本市 本区 全局 全委 全镇 全乡 全街道 全县 全市 全区 全省 全系统 各部门 各级'.split(
    ' ',
  );
