using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Knowledge.Tests.Questions;

public class WritingInOtherLanguages
{
    [Theory]
    [InlineData("Jak dostać dotację dla naszej fundacji?", "Przepraszam")]
    [InlineData("como conseguir dinero para nuestra asociacion", "Lo siento")]
    [InlineData("ਸਾਨੂੰ ਗ੍ਰਾਂਟ ਕਿਵੇਂ ਮਿਲ ਸਕਦੀ ਹੈ?", "ਮਾਫ਼ ਕਰਨਾ")]
    [InlineData("ہمیں گرانٹ کیسے ملے گی", "معذرت")]
    [InlineData("كيف نحصل على منحة", "عذر")]
    [InlineData("我们怎样申请拨款", "抱歉")]
    [InlineData("Sidee ayaan lacag ku heli karnaa", "Waan ka xumahay")]
    [InlineData("hola", "Lo siento")]
    public void Gets_a_sentence_in_that_language(string text, string says)
    {
        var answer = new Conversation().Say(text);
        Assert.Equal(Outcome.Declined, answer.Outcome);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.Contains("CVS", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Welsh_is_told_that_this_is_about_England() =>
        Assert.Contains("rules for England", new Conversation().Say("sut mae cael grant i'r elusen?").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Łukasz Wiśniewski runs our group, do we need insurance?")]
    [InlineData("our café and crèche need a grant")]
    [InlineData("what is a memorandum per pro forma")]
    [InlineData("who runs the Fundacja Pomoc grant")]
    public void Is_not_taken_for_a_foreign_name_in_English(string text) =>
        Assert.DoesNotContain("I can only answer in English", new Conversation().Say(text).Text, StringComparison.Ordinal);

    [Fact]
    public void Never_hides_the_numbers_for_danger() =>
        Assert.Equal(Outcome.Signpost, new Conversation().Say("mi hijo, he is being abused, ayuda por favor").Outcome);
}
