"""Chinese, simplified and traditional: words beside those that dateparser ships, and numbers written in characters."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables
from app.timex.meaning import Mod

G = Granularity
_DIGITS = "一二三四五六七八九"


def _numbers() -> dict[str, int]:
    """一 to 九十九, and 两."""
    ones = {digit: value for value, digit in enumerate(_DIGITS, 1)}
    tens = {"十": 10, **{f"{digit}十": value * 10 for digit, value in ones.items() if value > 1}}
    both = {ten + digit: base + value for ten, base in tens.items() for digit, value in ones.items()}
    return {**both, **tens, **ones, "两": 2, "兩": 2}


NUMBERS = _numbers()
_WEEKDAYS = {
    f"{week}{day}": number for week in ("週", "禮拜", "周", "星期") for number, day in enumerate("一二三四五六")
}

TABLES = Tables(
    code="zh",
    article="",
    last=Around("上个|上個|上一个|上一個|上一|上", ""),
    this=Around("这个|這個|本|这|這", ""),
    every="每",
    week_weekdays=True,
    next=Around("下个|下個|下一个|下一個|下一|下", ""),
    units={
        G.YEAR: "年",
        G.MONTH: "个月|個月",
        G.WEEK: "星期|礼拜|禮拜|周|週",
        G.WEEKEND: "周末|週末",
        G.DAY: "天",
        G.HOUR: "小时|小時",
        G.MINUTE: "分钟|分鐘",
    },
    ago=("{n}{unit}前", "{n}{unit}之前", "{n}{unit}以前"),
    ahead=("{n}{unit}后", "{n}{unit}後", "{n}{unit}之后", "{n}{unit}以后"),
    numbers=NUMBERS,
    bounds={
        Bound.NOT_AFTER: "不晚于|不迟于",
        Bound.NOT_BEFORE: "最早|最快|最早于",
        Bound.SINCE: "自|自从|从|自從|從",
        Bound.UNTIL: "到|直到|截至|至",
    },
    bounds_after={
        Bound.SINCE: "以来|以來|起",
        Bound.BEFORE: "之前|以前|前",
        Bound.AFTER: "之后|以后|之後|以後|后|後",
    },
    future="将|將|计划|計劃|预计|預計|拟|定于|定於",
    past="表示|宣布|称|說|说|指出|了",
    year_before="",
    phrases={
        "去年": (G.YEAR, -1),
        "本月": (G.MONTH, 0),
        "前年": (G.YEAR, -2),
        "后年": (G.YEAR, 2),
        "後年": (G.YEAR, 2),
        "今日": (G.DAY, 0),
        "昨日": (G.DAY, -1),
        "明日": (G.DAY, 1),
        "前日": (G.DAY, -2),
        "後天": (G.DAY, 2),
        "上月": (G.MONTH, -1),
        "下月": (G.MONTH, 1),
        "上個月": (G.MONTH, -1),
        "下個月": (G.MONTH, 1),
        "周末": (G.WEEKEND, 0),
        "週末": (G.WEEKEND, 0),
        "上周末": (G.WEEKEND, -1),
        "下周末": (G.WEEKEND, 1),
        "这周末": (G.WEEKEND, 0),
        "本周末": (G.WEEKEND, 0),
    },
    weekdays={**_WEEKDAYS, "週日": 6, "星期日": 6, "禮拜天": 6, "星期天": 6, "周日": 6, "禮拜日": 6},
    parts={
        "早上": "MO",
        "上午": "MO",
        "早晨": "MO",
        "下午": "AF",
        "晚上": "EV",
        "晚间": "EV",
        "傍晚": "EV",
        "凌晨": "OV",
        "晚": "EV",
    },
    part_phrases={"今晚": (0, "EV"), "昨晚": (-1, "EV"), "明晚": (1, "EV"), "今早": (0, "MO"), "今晨": (0, "MO")},
    edges_after={Mod.START: "初|上旬", Mod.MID: "中旬", Mod.END: "年底|年末|底|末|下旬"},
    seasons={"春天": 0, "春季": 0, "夏天": 1, "夏季": 1, "秋天": 2, "秋季": 2, "冬天": 3, "冬季": 3},
    quarter="季度",
    quarters={"第一": 1, "第二": 2, "第三": 3, "第四": 4, "一": 1, "二": 2, "三": 3, "四": 4},
    numeric=(r"{y}/{m}/{d}", r"{y}\.{m}\.{d}"),
    decades=(r"(?:20世纪|20世紀|上世纪|上世紀)?(?P<decade>[2-9]0|1[0-9]{2}0|20[0-9]0)年代",),
    decoys=(
        r"黑色(?:星期|周)[一二三四五六日天]",
        r"[0-9]{1,4}多?年的?(?:历史|歷史)",
        r"[0-9]{1,2}日(?:游|內|内|间|間)",
        "五月天",
        "后天性",
        "后天因素",
        "明天系",
        "今天世界",
        "星期天气",
        "周日本",
        "周一围",
    ),
    spaced=False,
)
