import type { noticePage } from "@moc2030/shared/notice-page";
import { isReminder, type Notice } from "@moc2030/shared/schema/notice";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Reminder, Said } from "./reminder-words.ts";

type Words = {
  submission: number;
  actor: string;
  /** How much of the submission a decision is on, such as `all of `; empty where it was not kept. */
  share: string;
  account: string;
  code: string;
};

/** What a notice says in a mail; subjects hold no figure and no title, which a screen may show to others. */
const WORDS: Record<Exclude<Notice["kind"], Reminder["kind"]>, Record<Lang, (w: Words) => Said>> = {
  submitted: {
    vi: ({ submission, actor }) => ({
      subject: `Chờ phê duyệt: bản số ${submission}`,
      body: `${actor} gửi phê duyệt bản số ${submission}.`,
    }),
    en: ({ submission, actor }) => ({
      subject: `Waiting for review: submission ${submission}`,
      body: `${actor} handed in submission ${submission}.`,
    }),
  },
  commented: {
    vi: ({ submission, actor }) => ({
      subject: `Hỏi, trả lời: bản số ${submission}`,
      body: `${actor} hỏi hoặc trả lời trong bản số ${submission}.`,
    }),
    en: ({ submission, actor }) => ({
      subject: `Question or answer: submission ${submission}`,
      body: `${actor} asked or answered in submission ${submission}.`,
    }),
  },
  returned: {
    vi: ({ submission, actor, share }) => ({
      subject: `Trả lại: bản số ${submission}`,
      body: `${actor} trả lại ${share}bản số ${submission}, với lý do ghi trên hệ thống.`,
    }),
    en: ({ submission, actor, share }) => ({
      subject: `Returned: submission ${submission}`,
      body: `${actor} returned ${share}submission ${submission}; the reason is given on its page.`,
    }),
  },
  rejected: {
    vi: ({ submission, actor, share }) => ({
      subject: `Không chấp nhận: bản số ${submission}`,
      body: `${actor} không chấp nhận ${share}bản số ${submission}, với lý do ghi trên hệ thống.`,
    }),
    en: ({ submission, actor, share }) => ({
      subject: `Rejected: submission ${submission}`,
      body: `${actor} rejected ${share}submission ${submission}; the reason is given on its page.`,
    }),
  },
  scheduled: {
    vi: ({ submission, actor }) => ({
      subject: `Đã phê duyệt, chờ giờ công bố: bản số ${submission}`,
      body: `${actor} phê duyệt bản số ${submission}; bản này chờ giờ công bố.`,
    }),
    en: ({ submission, actor }) => ({
      subject: `Approved, waiting for its instant: submission ${submission}`,
      body: `${actor} approved submission ${submission}, which waits for its instant of publication.`,
    }),
  },
  unscheduled: {
    vi: ({ submission, actor }) => ({
      subject: `Hủy hẹn giờ công bố: bản số ${submission}`,
      body: `${actor} hủy hẹn giờ công bố bản số ${submission}; bản này lại chờ phê duyệt.`,
    }),
    en: ({ submission, actor }) => ({
      subject: `Taken back before publication: submission ${submission}`,
      body: `${actor} took submission ${submission} back before publication; it waits for review again.`,
    }),
  },
  published: {
    vi: ({ submission, actor, share }) => ({
      subject: `Đã phê duyệt và cập nhật: bản số ${submission}`,
      body: `${actor} phê duyệt ${share}bản số ${submission}; số liệu được duyệt đã cập nhật.`,
    }),
    en: ({ submission, actor, share }) => ({
      subject: `Approved and published: submission ${submission}`,
      body: `${actor} approved ${share}submission ${submission}; what was approved is published.`,
    }),
  },
  failed: {
    vi: ({ submission }) => ({
      subject: `Không công bố được theo giờ hẹn: bản số ${submission}`,
      body: `Bản số ${submission} không công bố được theo giờ hẹn. Hãy xem lý do trên hệ thống.`,
    }),
    en: ({ submission }) => ({
      subject: `Not published at its instant: submission ${submission}`,
      body: `Submission ${submission} could not be published at its instant; its page says why.`,
    }),
  },
  new_device: {
    vi: () => ({
      subject: "Đăng nhập từ một thiết bị mới",
      body: "Tài khoản của bạn vừa đăng nhập từ một thiết bị mới. Nếu không phải bạn, hãy kết thúc phiên đó, đổi mật khẩu và báo quản trị viên.",
    }),
    en: () => ({
      subject: "Signed in from a new device",
      body: "Your account was signed in to from a new device. If it was not you, end that session, change your password and tell an administrator.",
    }),
  },
  codes_renewed: {
    vi: () => ({
      subject: "Mã khôi phục mới",
      body: "Mã khôi phục của tài khoản bạn vừa được thay; các mã cũ hết hiệu lực. Nếu không phải bạn, hãy báo quản trị viên.",
    }),
    en: () => ({
      subject: "New recovery codes",
      body: "The recovery codes of your account have just been replaced; the old ones have ended. If it was not you, tell an administrator.",
    }),
  },
  factor_renewed: {
    vi: () => ({
      subject: "Điện thoại mới cho mã xác thực",
      body: "Ứng dụng xác thực của tài khoản bạn vừa được thay; mã của điện thoại cũ và các phiên khác đã hết hiệu lực. Nếu không phải bạn, hãy báo ngay quản trị viên.",
    }),
    en: () => ({
      subject: "New phone for your codes",
      body: "The authenticator of your account has just been replaced; codes of the old phone and other sessions have ended. If it was not you, tell an administrator at once.",
    }),
  },
  address_asked: {
    vi: ({ account }) => ({
      subject: "Chờ xác nhận địa chỉ thư điện tử mới",
      body: `${account} xin đổi địa chỉ thư điện tử. Hãy hỏi lại người đó qua kênh khác, rồi xác nhận.`,
    }),
    en: ({ account }) => ({
      subject: "A new e-mail address waits for confirmation",
      body: `${account} asks for another e-mail address. Ask them by other means, then confirm it.`,
    }),
  },
  address_code: {
    vi: ({ code }) => ({
      subject: "Mã xác nhận địa chỉ thư điện tử",
      body: `Mã xác nhận địa chỉ thư điện tử mới: ${code}\n\nHãy nhập mã này ở trang tài khoản của bạn trong vòng 72 giờ. Nếu bạn không xin đổi địa chỉ, hãy bỏ qua thư này.`,
    }),
    en: ({ code }) => ({
      subject: "Code to confirm your e-mail address",
      body: `The code to confirm your new e-mail address: ${code}\n\nEnter it on the page of your account within 72 hours. If you did not ask for another address, leave it at that.`,
    }),
  },
  address_changed: {
    vi: () => ({
      subject: "Địa chỉ thư điện tử đã đổi",
      body: "Địa chỉ thư điện tử của tài khoản bạn vừa được đổi; từ nay đăng nhập bằng địa chỉ mới. Thư này gửi đến cả địa chỉ cũ. Nếu không phải bạn, hãy báo ngay quản trị viên.",
    }),
    en: () => ({
      subject: "Your e-mail address has changed",
      body: "The e-mail address of your account has just been changed; sign in with the new one from now on. This goes to the old address too. If it was not you, tell an administrator at once.",
    }),
  },
  early_reader: {
    vi: ({ actor, submission }) => ({
      subject: "Bạn được xem trước một đợt công bố",
      body: `${actor} ghi tên bạn vào danh sách người được xem trước bản số ${submission}, đã hẹn giờ công bố. Số liệu phải giữ kín đến giờ công bố.`,
    }),
    en: ({ actor, submission }) => ({
      subject: "You are named as an early reader",
      body: `${actor} named you as an early reader of submission ${submission}, which is scheduled. Its figures are confidential until then.`,
    }),
  },
  stand_in_proposed: {
    vi: ({ actor, account }) => ({
      subject: "Chờ quản trị viên thứ hai xác nhận ủy quyền",
      body: `${actor} đề nghị ủy quyền phê duyệt của ${account} cho một đồng nghiệp; cần một quản trị viên khác xác nhận.`,
    }),
    en: ({ actor, account }) => ({
      subject: "A stand-in waits for a second administrator",
      body: `${actor} proposed a stand-in for ${account}; a second administrator has to confirm.`,
    }),
  },
  stand_in_asked: {
    vi: ({ account }) => ({
      subject: "Đề nghị nhận ủy quyền phê duyệt",
      body: `Bạn được đề nghị phê duyệt theo ủy quyền của ${account}. Ủy quyền có hiệu lực khi bạn nhận.`,
    }),
    en: ({ account }) => ({
      subject: "You are asked to stand in as reviewer",
      body: `You are asked to review in the place of ${account}. It holds once you accept.`,
    }),
  },
  link_made: {
    vi: ({ actor, account }) => ({
      subject: "Cấp lại liên kết đặt mật khẩu",
      body: `${actor} cấp lại liên kết đặt mật khẩu cho ${account || "bạn"}. Mật khẩu và các phiên cũ đã hết hiệu lực.`,
    }),
    en: ({ actor, account }) => ({
      subject: "New link to set a password",
      body: `${actor} issued a new link to set ${account ? `the password of ${account}` : "your password"}. The old password and sessions have ended.`,
    }),
  },
};

const SHARE: Record<Lang, Record<"all" | "some", string>> = {
  vi: { all: "toàn bộ ", some: "một phần " },
  en: { all: "all of ", some: "some of " },
};

/** What the mail of a notice other than a reminder says, in the reader's language. */
export function noticeMail({ kind, submission, actor, whole, account }: Notice, lang: Lang, code: string): Said {
  if (isReminder(kind)) throw new Error(`a notice of what is ${kind} is part of a reminder`);
  return WORDS[kind][lang]({
    submission: submission ?? 0,
    actor: actor ?? "",
    share: whole === null ? "" : SHARE[lang][whole ? "all" : "some"],
    account: account ?? "",
    code,
  });
}

type Page = ReturnType<typeof noticePage>["page"] | "work";
const PAGES: Record<Page, Record<Lang, (submission: number) => string>> = {
  work: { vi: () => "Việc của tôi", en: () => "My work" },
  review: { vi: (n) => `Phê duyệt, bản số ${n}`, en: (n) => `Review, submission ${n}` },
  submissions: { vi: (n) => `Việc của tôi, bản số ${n}`, en: (n) => `My work, submission ${n}` },
  delegations: { vi: () => "Ủy quyền", en: () => "Stand-ins" },
  people: { vi: () => "Nhân sự", en: () => "People" },
  entry: { vi: () => "Nhập số liệu", en: () => "Entry" },
  sessions: { vi: () => "Tài khoản của tôi", en: () => "My account" },
};

/** Where to read on: the address of a page, or its name where the address of the site is not known. */
export function whereTo(origin: string, { page, path }: { page: Page; path: string }, submission: number, lang: Lang) {
  if (origin) return `${origin}${path}${lang === "en" ? "?lang=en" : ""}`;
  const name = PAGES[page][lang](submission);
  return lang === "vi" ? `Xem trên hệ thống: ${name}.` : `See it on the system: ${name}.`;
}

/** The whole mail: what is said, where to read on, and that nobody reads replies. */
export function mailOf({ subject, body }: Said, where: string, lang: Lang): Said {
  const foot =
    lang === "vi"
      ? "Mốc 2030 gửi thư này tự động; xin không trả lời."
      : "Mốc 2030 sends this by itself; please do not reply.";
  return { subject: `[Mốc 2030] ${subject}`, body: `${body}\n\n${where}\n\n${foot}\n` };
}
