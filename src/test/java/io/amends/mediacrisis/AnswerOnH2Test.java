package io.amends.mediacrisis;

class AnswerOnH2Test extends AnswerContract {}
