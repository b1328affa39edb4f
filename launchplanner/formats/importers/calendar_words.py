"""Months, weekdays and units of time as they are written in the languages that plans come in."""

from typing import Final

_MONTHS: Final = (
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari ianuarie январь января",
    "february feb febr februar février fevrier févr fevr febrero fevereiro fev febbraio februari февраль февраля",
    "march mar mrz märz maerz mars marzo março marco mrt maart март марта",
    "april apr avril avr abril abr aprile апрель апреля",
    "may mai mayo maio mag maggio mei maj май мая",
    "june jun juni juin junio junho giugno giu июнь июня",
    "july jul juli juillet juil julio julho luglio lug июль июля",
    "august aug août aout agosto ago augustus augusti август августа",
    "september sept sep septembre septiembre setiembre setembro settembre set сентябрь сентября",
    "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября",
    "november nov novembre noviembre novembro ноябрь ноября",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre декабрь декабря",
)

_WEEKDAYS: Final = (
    "monday mon montag lundi lunes segunda segunda-feira lunedì maandag",
    "tuesday tue tues dienstag mardi martes terça terça-feira martedì dinsdag",
    "wednesday wed weds mittwoch mercredi miércoles miercoles quarta quarta-feira mercoledì woensdag",
    "thursday thu thur thurs donnerstag jeudi jueves quinta quinta-feira giovedì donderdag",
    "friday fri freitag vendredi viernes sexta sexta-feira venerdì vrijdag",
    "saturday sat samstag samedi sábado sabado sabato zaterdag",
    "sunday sun sonntag dimanche domingo domenica zondag",
)

MONTHS: Final = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
"""The number of a month by each of its names, in lower case."""

WEEKDAYS: Final = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
"""The number of a weekday (Monday is 0) by each of its names, in lower case."""

PLACEHOLDERS: Final = frozenset(
    "tbd tba tbc tdb asap ongoing on-going open ? ?? ??? - – — -- n/a na none nil null pending undefined unknown soon todo "
    "to be decided|to be determined|to be confirmed|to be defined|to be announced|not set|no date|continuous|recurring|"
    "yyyy-mm-dd|mm/dd/yyyy|dd/mm/yyyy|dd.mm.yyyy|yyyy/mm/dd|m/d/yyyy|20yy-mm-dd|offen|laufend|noch offen|à définir|"
    "en cours|por definir|a definir|da definire|n.v.t.|未定|待定|미정".replace(" to be", "|to be")
    .replace("todo |", "todo|")
    .split("|")
)
