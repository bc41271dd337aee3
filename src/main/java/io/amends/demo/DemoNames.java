package io.amends.demo;

import java.util.List;

/** Words that the demo's customers are made of; all invented, and all numbers from ranges kept free for drama. */
final class DemoNames {

    /** @param pinyin for the mail address */
    record Chinese(String written, String pinyin) {}

    /** @param prefix of the telephone numbers that Ofcom keeps free for drama; three digits follow */
    record City(String name, String prefix) {}

    /** Something to buy, with the pence between which its price lies. */
    record Good(String name, int fromPence, int toPence) {}

    static final List<String> FIRST = List.of(
            "Alice",
            "Benedict",
            "Clara",
            "Dominic",
            "Edith",
            "Felix",
            "Grace",
            "Harold",
            "Imogen",
            "Jasper",
            "Keira",
            "Lewis",
            "Martha",
            "Nathan",
            "Orla",
            "Patrick",
            "Quentin",
            "Rosalind",
            "Simon",
            "Tamsin",
            "Ursula",
            "Victor",
            "Winifred",
            "Yusuf",
            "Zara",
            "Amara",
            "Bryn",
            "Chidi",
            "Deepa",
            "Euan");

    static final List<String> LAST = List.of(
            "Ashworth",
            "Blackwood",
            "Cartwright",
            "Dunmore",
            "Eastwick",
            "Fairbairn",
            "Greenhalgh",
            "Hawthorne",
            "Iredale",
            "Jessop",
            "Kirkbride",
            "Lockwood",
            "Mellor",
            "Netherby",
            "Oakden",
            "Pemberton",
            "Quarmby",
            "Ravenscroft",
            "Satterley",
            "Thackray",
            "Underhill",
            "Vickery",
            "Wainwright",
            "Yardley",
            "Adeyemi",
            "Bhatt",
            "Campbell",
            "Doyle",
            "Evans",
            "Farah");

    static final List<Chinese> FAMILY = List.of(
            new Chinese("王", "wang"),
            new Chinese("李", "li"),
            new Chinese("张", "zhang"),
            new Chinese("刘", "liu"),
            new Chinese("陈", "chen"),
            new Chinese("杨", "yang"),
            new Chinese("黄", "huang"),
            new Chinese("赵", "zhao"),
            new Chinese("周", "zhou"),
            new Chinese("吴", "wu"),
            new Chinese("徐", "xu"),
            new Chinese("孙", "sun"));

    static final List<Chinese> GIVEN = List.of(
            new Chinese("芳", "fang"),
            new Chinese("伟", "wei"),
            new Chinese("秀英", "xiuying"),
            new Chinese("敏", "min"),
            new Chinese("静", "jing"),
            new Chinese("丽华", "lihua"),
            new Chinese("强", "qiang"),
            new Chinese("磊", "lei"),
            new Chinese("洋", "yang"),
            new Chinese("艳红", "yanhong"),
            new Chinese("建国", "jianguo"),
            new Chinese("晓明", "xiaoming"),
            new Chinese("雪梅", "xuemei"),
            new Chinese("志远", "zhiyuan"));

    static final List<City> CITIES = List.of(
            new City("London", "+44 20 7946 0"), new City("Leeds", "+44 113 496 0"),
            new City("Sheffield", "+44 114 496 0"), new City("Nottingham", "+44 115 496 0"),
            new City("Leicester", "+44 116 496 0"), new City("Bristol", "+44 117 496 0"),
            new City("Birmingham", "+44 121 496 0"), new City("Edinburgh", "+44 131 496 0"),
            new City("Glasgow", "+44 141 496 0"), new City("Liverpool", "+44 151 496 0"),
            new City("Manchester", "+44 161 496 0"), new City("Cardiff", "+44 29 2018 0"));

    static final List<String> STREETS = List.of(
            "Mill Lane",
            "Orchard Road",
            "Station Street",
            "Church Walk",
            "Elm Grove",
            "Canal Street",
            "Park Terrace",
            "Quarry Hill",
            "Bridge Street",
            "Meadow Close",
            "Tannery Row",
            "Harbour View");

    static final List<Good> GOODS = List.of(
            new Good("Kettle Brio", 2990, 4990), new Good("Toaster Brio", 2490, 5490),
            new Good("Vacuum cleaner Zephyr", 12900, 24900), new Good("Vacuum bags, box of ten", 990, 1490),
            new Good("Washing machine Tern 8", 38900, 62900), new Good("Tumble dryer Tern", 34900, 54900),
            new Good("Coffee grinder Mola", 3990, 8990), new Good("Espresso machine Mola", 29900, 89900),
            new Good("Water filter, set of three", 1490, 2290), new Good("Air purifier Lumen", 14900, 32900),
            new Good("Desk lamp Lumen", 3490, 7990), new Good("Care plan, one year", 4900, 9900),
            new Good("Repair visit", 5900, 12900), new Good("Spare parts", 590, 3990));

    private DemoNames() {}
}
