package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class MessageTakerTest {

    private final MailRoom room = mock(MailRoom.class);
    private final Folder folder = mock(Folder.class, withSettings().extraInterfaces(UIDFolder.class));
    private final MessageTaker taker = new MessageTaker(room, MailTables.properties());

    @BeforeEach
    void anOpenFolder() {
        when(folder.isOpen()).thenReturn(true);
        when(folder.getPermanentFlags()).thenReturn(new Flags(Flags.Flag.USER));
    }

    @Test
    void a_message_that_cannot_be_fetched_is_tried_again_and_then_its_head_goes_to_a_person() throws Exception {
        MimeMessage broken = broken();

        assertThat(taker.take(broken)).isFalse();
        assertThat(taker.owes()).isTrue();
        assertThat(taker.take(readable())).isTrue();
        assertThat(taker.take(broken)).isFalse();
        verify(room, never()).takeHead(any(), anyLong(), any());
        assertThat(taker.take(broken)).isTrue();

        verify(room).takeHead(any(), eq(4_000L), contains("could not be fetched"));
        verify(broken).setFlags(any(), eq(true));
        assertThat(taker.owes()).isFalse();
    }

    @Test
    void a_message_that_the_house_stumbles_over_holds_up_no_other() throws Exception {
        MimeMessage deadly = broken();
        doThrow(new StackOverflowError()).when(deadly).writeTo(any());
        doThrow(new IllegalStateException("nor this")).when(room).takeHead(any(), anyLong(), any());

        for (int i = 0; i < MessageTaker.TRIES + 2; i++) {
            assertThat(taker.take(deadly)).isFalse();
        }

        verify(deadly, never()).setFlags(any(), eq(true));
        assertThat(taker.take(readable())).isTrue();
    }

    @Test
    void a_lost_connection_is_no_fault_of_the_message() throws Exception {
        MimeMessage message = broken();
        doThrow(new FolderClosedException(folder)).when(message).writeTo(any());

        assertThatThrownBy(() -> taker.take(message)).isInstanceOf(MessageTaker.MailboxAway.class);
        assertThat(taker.owes()).isFalse();
    }

    @Test
    void what_the_database_does_not_take_is_not_marked() throws Exception {
        MimeMessage message = readable();
        when(room.take(any())).thenThrow(new DataAccessResourceFailureException("away"));

        assertThatThrownBy(() -> taker.take(message)).isInstanceOf(DataAccessResourceFailureException.class);
        verify(message, never()).setFlags(any(), eq(true));
    }

    @Test
    void where_a_server_knows_no_keywords_the_mark_is_flagged() throws Exception {
        when(folder.getPermanentFlags()).thenReturn(new Flags(Flags.Flag.SEEN));
        MimeMessage message = readable();

        taker.take(message);

        Flags mark = new Flags(Flags.Flag.FLAGGED);
        mark.add(Flags.Flag.SEEN);
        verify(message).setFlags(mark, true);
        assertThat(TakenMark.in(folder)).isEqualTo(new Flags(Flags.Flag.FLAGGED));
    }

    private MimeMessage broken() throws MessagingException, IOException {
        MimeMessage broken = mock(MimeMessage.class);
        when(broken.getFolder()).thenReturn(folder);
        when(broken.getSize()).thenReturn(4_000);
        when(broken.getAllHeaderLines()).thenReturn(Collections.enumeration(List.of("Subject: Broken")));
        doThrow(new IOException("BODY[] is none")).when(broken).writeTo(any());
        when(((UIDFolder) folder).getUID(broken)).thenReturn(7L);
        return broken;
    }

    private MimeMessage readable() throws MessagingException {
        byte[] bytes = "Subject: Fine\r\n\r\nIt leaks.".getBytes(StandardCharsets.UTF_8);
        MimeMessage readable = spy(new MimeMessage(null, new ByteArrayInputStream(bytes)));
        when(readable.getFolder()).thenReturn(folder);
        when(((UIDFolder) folder).getUID(readable)).thenReturn(8L);
        return readable;
    }
}
