"""Tables as UNdata exports them, and as ITU puts them into workbooks. All figures invented."""

UNDATA = """"Country or Area","Series","Year","Value","Value Footnotes"
"Fiji","Percentage of individuals using the Internet","2031","61.5","1"
"Bolivia (Plurinational State of)","Percentage of individuals using the Internet","2031","41.25",""
"footnoteSeqID","Footnote"
"1","Invented, as all of it"
"""
YEARS = """Percentage of individuals using the Internet 2030-2032,,,
"Source: ITU, invented figures",,,
Economy name,2030,2031*,2032_value
Africa,,,
Fiji,11.5,12.5,
Bolivia (Plurinational State of),21.5,..,23.5
Note: * is an estimate
"""
