package org.sightline.organisations.internal;

import java.util.List;
import java.util.Random;

/** Names of made-up people in several scripts, each with its Latin form. */
final class PeopleNames {

    /** A line: where people come from, how a name is put together, family names, given names; each "written/latin". */
    private static final List<Source> SOURCES = List.of(
            Source.of(
                    "Japan",
                    "Osaka Tokyo Nagoya",
                    "%s %s",
                    "佐藤/Sato 鈴木/Suzuki 高橋/Takahashi 田中/Tanaka 渡辺/Watanabe 伊藤/Ito 山本/Yamamoto 小林/Kobayashi",
                    "陽菜/Hina 蓮/Ren 結衣/Yui 大翔/Hiroto さくら/Sakura 悠真/Yuma ひまり/Himari 湊/Minato"),
            Source.of(
                    "China",
                    "Shanghai Shenzhen Chengdu",
                    "%s%s",
                    "王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 赵/Zhao 黄/Huang",
                    "伟/Wei 芳/Fang 秀英/Xiuying 敏/Min 静/Jing 强/Qiang 小明/Xiaoming 丽华/Lihua"),
            Source.of(
                    "Korea",
                    "Seoul Busan",
                    "%s%s",
                    "김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang",
                    "민준/Minjun 서연/Seoyeon 지우/Jiwoo 하은/Haeun 도윤/Doyun 수빈/Subin"),
            Source.of(
                    "Egypt",
                    "Cairo Alexandria",
                    "%2$s %1$s",
                    "حسن/Hassan منصور/Mansour فاروق/Farouk السيد/Elsayed نصار/Nassar",
                    "ليلى/Layla عمر/Omar مريم/Maryam يوسف/Youssef نور/Nour سلمى/Salma"),
            Source.of(
                    "Bulgaria",
                    "Sofia Plovdiv",
                    "%2$s %1$s",
                    "Иванов/Ivanov Петрова/Petrova Димитров/Dimitrov Николова/Nikolova Георгиев/Georgiev",
                    "Зоя/Zoya Борис/Boris Елена/Elena Никола/Nikola Мария/Maria Иван/Ivan"),
            Source.of(
                    "Germany",
                    "Hamburg Köln Zürich",
                    "%2$s %1$s",
                    "Müller/Mueller Schäfer/Schaefer Groß/Gross Jäger/Jaeger König/Koenig Weiß/Weiss",
                    "Jürgen/Juergen Zoë/Zoe Björn/Bjoern Käthe/Kaethe Sören/Soeren Anaïs/Anais"),
            Source.of(
                    "Portugal",
                    "Lisboa Porto",
                    "%2$s %1$s",
                    "Gonçalves/Goncalves Simões/Simoes Conceição/Conceicao Araújo/Araujo Brandão/Brandao",
                    "João/Joao Inês/Ines Luís/Luis Cátia/Catia Tomás/Tomas Lúcia/Lucia"),
            Source.of(
                    "Vietnam",
                    "Hanoi Huế",
                    "%s %s",
                    "Nguyễn/Nguyen Trần/Tran Lê/Le Phạm/Pham Đặng/Dang",
                    "Anh/Anh Hương/Huong Đức/Duc Thảo/Thao Quân/Quan Mỹ/My"),
            Source.of(
                    "India",
                    "Pune Delhi",
                    "%2$s %1$s",
                    "शर्मा/Sharma वर्मा/Verma गुप्ता/Gupta जोशी/Joshi पटेल/Patel",
                    "आरव/Aarav दिया/Diya कबीर/Kabir मीरा/Meera रोहन/Rohan अनन्या/Ananya"));

    private PeopleNames() {}

    /**
     * Somebody made up.
     *
     * @param name    as written at home
     * @param enName  in Latin letters
     * @param city    where they work
     * @param country where that is
     */
    record Person(String name, String enName, String city, String country) {}

    private record Source(
            String country, List<String> cities, String pattern, List<String> families, List<String> givens) {

        static Source of(String country, String cities, String pattern, String families, String givens) {
            return new Source(country, words(cities), pattern, words(families), words(givens));
        }

        private static List<String> words(String line) {
            return List.of(line.split(" "));
        }
    }

    /** Returns the next person; the same random numbers give the same people. */
    static Person next(Random random) {
        Source source = pick(random, SOURCES);
        String[] family = pick(random, source.families()).split("/");
        String[] given = pick(random, source.givens()).split("/");
        return new Person(
                String.format(source.pattern(), family[0], given[0]),
                given[1] + " " + family[1],
                pick(random, source.cities()),
                source.country());
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
