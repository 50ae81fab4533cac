from enum import StrEnum

class UnsubscribeAskLanguage(StrEnum):
    AR = "ar"
    DE = "de"
    EN = "en"
    ES = "es"
    FR = "fr"
    UK = "uk"
    ZH = "zh"

    def __str__(self) -> str:
        return str(self.value)
