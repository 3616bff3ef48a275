using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Names of the days of the week as date lines write them, lower case and without full stops. They say nothing that the date does not.</summary>
internal static class DayNames
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxLength = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        string.Join(
            ',',
            "monday,mon,tuesday,tues,tue,wednesday,wed,thursday,thurs,thur,thu,friday,fri,saturday,sat,sunday,sun",
            "montag,dienstag,mittwoch,donnerstag,freitag,samstag,sonnabend,sonntag",
            "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,lunes,martes,miércoles,jueves,viernes,sábado,domingo",
            "lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,segunda,terça,quarta,quinta,sexta",
            "maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag,mandag,tirsdag,onsdag,torsdag,fredag,lørdag,søndag,måndag,tisdag,lördag,söndag",
            "maanantai,tiistai,keskiviikko,torstai,perjantai,lauantai,sunnuntai,maanantaina,tiistaina,keskiviikkona,torstaina,perjantaina,lauantaina,sunnuntaina",
            "poniedziałek,wtorek,środa,czwartek,piątek,sobota,niedziela,pondělí,úterý,středa,čtvrtek,pátek,neděle,hétfő,kedd,szerda,csütörtök,péntek,szombat,vasárnap",
            "luni,marți,miercuri,joi,vineri,sâmbătă,duminică,pazartesi,salı,çarşamba,perşembe,cuma,cumartesi,pazar,senin,selasa,rabu,kamis,jumat,sabtu,minggu",
            "понедельник,вторник,среда,четверг,пятница,суббота,воскресенье,понеділок,вівторок,середа,четвер,п’ятниця,п'ятниця,субота,неділя",
            "δευτέρα,τρίτη,τετάρτη,πέμπτη,παρασκευή,σάββατο,κυριακή,יום ראשון,יום שני,יום שלישי,יום רביעי,יום חמישי,יום שישי,שבת",
            "الاثنين,الإثنين,الثلاثاء,الأربعاء,الاربعاء,الخميس,الجمعة,السبت,الأحد,الاحد,دوشنبه,سه‌شنبه,چهارشنبه,پنجشنبه,پنج‌شنبه,جمعه,شنبه,یکشنبه,پیر,منگل,بدھ,جمعرات,ہفتہ,اتوار",
            "सोमवार,मंगलवार,बुधवार,गुरुवार,शुक्रवार,शनिवार,रविवार,সোমবার,মঙ্গলবার,বুধবার,বৃহস্পতিবার,শুক্রবার,শনিবার,রবিবার",
            "วันจันทร์,วันอังคาร,วันพุธ,วันพฤหัสบดี,วันศุกร์,วันเสาร์,วันอาทิตย์,thứ hai,thứ ba,thứ tư,thứ năm,thứ sáu,thứ bảy,chủ nhật",
            "月,火,水,木,金,土,日,月曜日,火曜日,水曜日,木曜日,金曜日,土曜日,日曜日,星期一,星期二,星期三,星期四,星期五,星期六,星期日,星期天,周一,周二,周三,周四,周五,周六,周日,월,화,수,목,금,토,일,월요일,화요일,수요일,목요일,금요일,토요일,일요일").Split(',')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Tells whether a word, or two in those languages that take two, names a day of the week.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => name.Length <= MaxLength && Names.Contains(name);
}
